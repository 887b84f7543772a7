import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { providePart } from '../utils/page/parts.ts';
import { exchangesOf } from '../utils/summary/exchanges/index.ts';
import { pointsOf } from '../utils/summary/points/index.ts';

/** Brought once a reader opens the arguments of a thread. */
export default defineUnlistedScript(() => providePart('points', { pointsOf, exchangesOf }));
