// The door of the room: all that others know of it.
export { copy } from './clipboard.ts';
export { download } from './download.ts';
export { type ExportedFile, fileOf, JSON_FORMAT } from './formats/file.ts';
export { FORMATS, type Format, fileIn } from './formats/index.ts';
export { LONGEST_FILE, openExport, type Refusal, sessionFrom } from './open.ts';
export { type Export, exportThread } from './record.ts';
