// The door of the room: all that others know of it.
export { copy } from './clipboard.ts';
export { download } from './download.ts';
export { type ExportedFile, FORMATS, type Format, fileIn } from './formats/index.ts';
export { LONGEST_FILE, openExport, type Refusal, sessionFrom } from './open.ts';
export { exportThread } from './record.ts';
