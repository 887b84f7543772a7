// The door of the room: all that others know of it.
export { diagnosisOf } from './diagnosis.ts';
export { hearMenu, offerMenu } from './menu.ts';
export { type ModelCard, openModelCard } from './modelCard.ts';
export { MODEL_PORT, startWorker } from './modelWorker.ts';
export { packagedModel } from './packagedModel.ts';
export {
  allowedPatterns,
  EVERY_SITE,
  isEverySite,
  ownHosts,
  patternOf,
  reachOf,
  readNow,
  registerScripts,
  removeSite,
  requestSite,
  siteName,
} from './permissions.ts';
export { type BrowserTab, openTab } from './tab.ts';
export { tellToolbar } from './toolbar.ts';
