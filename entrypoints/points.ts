import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { providePart } from '../utils/page/index.ts';
import { exchangesOf, pointsOf } from '../utils/summary/index.ts';

/** Brought once a reader opens the arguments of a thread. */
export default defineUnlistedScript(() => providePart('points', { pointsOf, exchangesOf }));
