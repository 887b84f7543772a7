// The door of the room: all that others know of it.

export { readAdaptation } from './adaptation.ts';
export { correct, correctionsOf, propose, threadKeyOf, whenCorrected } from './correct.ts';
export { beganAnew, corrections, followCorrections, forgetAll, learned, learnsAnew, takeBack } from './corrections.ts';
export { isEphemeral } from './ephemeral.ts';
export { COMMANDS, type Command, goesBack, type Keys, keysOf, pressesOf, refusalOf } from './keyBindings.ts';
export {
  changeSettings,
  DENSITIES,
  followSettings,
  onlyHere,
  type Settings,
  SIDEBAR_WIDTH,
  settings,
  siteIsOn,
  storedSettings,
} from './settings.ts';
export { readSettingsFile, settingsFile } from './settingsFile.ts';
export { rememberedOn, sidebarOpen, turnSidebar } from './sidebarMemory.ts';
export { clearStoredItem, listStoredData, type StoredItem } from './storedData.ts';
export { forget, learnAnew, teach } from './teach.ts';
export { cameAfter, forgetOldVisits, forgetVisits, hashId, keepVisit, type LastVisit, readVisit, type Visit } from './visits.ts';
