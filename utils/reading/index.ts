// The door of the room: all that others know of it.
export { decodePage } from './charset.ts';
export { bodyOf, parseFragment, titleOf } from './dom.ts';
export { readGeneric } from './generic/index.ts';
export { type Health, healthOf, reportOf } from './health.ts';
export { pageAddress } from './pageAddress.ts';
export type { Platform } from './platform.ts';
export { absentPlatform, HOSTS, namesThreads, recognize } from './platforms/index.ts';
export { read, readInSteps } from './read.ts';
export { readPage } from './readPage.ts';
export { pageFetcher } from './rest/fetch.ts';
export { type Fetcher, type Plan, planOf, readRest, sizeOf, sourceOf, tryAgain } from './rest/index.ts';
export { addressOf } from './rest/links.ts';
export type { Request, Source } from './rest/source.ts';
export { partsOfKey, threadKey } from './threadKey.ts';
