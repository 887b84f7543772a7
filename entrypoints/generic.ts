import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { providePart } from '../utils/page/index.ts';
import { readGeneric } from '../utils/reading/index.ts';

/** Brought where a page is to be read that no platform knows, or no longer. */
export default defineUnlistedScript(() => providePart('generic', { readGeneric }));
