import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { markRequested } from '../utils/page/index.ts';

/** Runs before the script that reads threads, on sites where the reader wants every page read, and on a page they asked for. */
export default defineUnlistedScript(markRequested);
