// The door of the room: all that others know of it.
export { describeSession, exportedFile } from './describe.ts';
export { diagnose } from './diagnose.ts';
export { follow } from './follow.ts';
export { createSession, type LoadProgress, type Session } from './session.ts';
export { trackVisit } from './trackVisit.ts';
