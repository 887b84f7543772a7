// The door of the room: all that others know of it.
export { createNotices } from './build/licenceNotices.ts';
export { withPackagedImport } from './build/packagedImport.ts';
export { withoutMarkup } from './build/withoutInnerHtml.ts';
