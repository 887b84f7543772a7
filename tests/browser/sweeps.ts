/**
 * Whether every page is looked at in every view and language, and endurance is tried at length, as `.ci/run` has it; else one of each kind.
 */
export const SWEEPS = process.env.STANDPOINT_SWEEPS === '1';
