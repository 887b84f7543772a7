// The door of the room: all that others know of it.
export { createNotices } from './build/licenceNotices.ts';
export { lightScripts } from './build/lightScripts.ts';
export { withPackagedImport } from './build/packagedImport.ts';
export { platformScripts, withoutPlatforms } from './build/platformScripts.ts';
export { polyfillAsModule } from './build/polyfillModule.ts';
export { withSharedModules } from './build/sharedModules.ts';
export { withoutMarkup } from './build/withoutInnerHtml.ts';
