// The door of the room: all that others know of it.
export { askAnalysis, createBatches } from './analysisBatches.ts';
export { createAskers } from './askers.ts';
export { onMessage } from './channel.ts';
export type { PartName } from './messages.ts';
export type { FrameState, Hold, Order, PageState, State, Work } from './pageState.ts';
export { corrections, count, isObject, mapOf } from './schemas.ts';
export { onSignal, sendMessage } from './wire.ts';
