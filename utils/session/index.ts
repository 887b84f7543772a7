// The door of the room: all that others know of it.
export { describeSession, exportedFile, exportOf, toolbarState } from './describe.ts';
export { diagnose } from './diagnose.ts';
export { readAlong } from './readAlong.ts';
export { createSession, type LoadProgress, type Session } from './session.ts';
export { trackVisit } from './trackVisit.ts';
