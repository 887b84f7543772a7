import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { make } from './build.ts';
import { dataFolder, readPairs, readThreads } from './dataset.ts';
import { isKept } from './holdOut.ts';
import { SETS } from './labels.ts';
import { plainThreads } from './syntheticThreads.ts';
import { answersIn, textFolder } from './unlabelled.ts';

/** `npm run train`: rebuilds public/stance.bin. The same data and the same engine give the same bytes. */

const folder = dataFolder();
const text = textFolder();
if (!text) console.log('No unlabelled threads (STANDPOINT_TEXT): training without weak labels.');
const all = readThreads(folder);
const kept = new Set(
  all.filter((thread) => isKept(thread.thread)).flatMap((thread) => thread.comments.map((comment) => String(comment.id))),
);
const bytes = await make(
  'fast 3',
  {
    pairs: Object.keys(SETS)
      .filter((set) => set !== 'threads')
      .flatMap((set) => readPairs(folder, set))
      .filter((pair) => !isKept(pair.thread)),
    threads: [...all.filter((thread) => !isKept(thread.thread)), ...plainThreads()],
    answers: text ? answersIn(text, kept) : null,
  },
  console.log,
);
writeFileSync(join(import.meta.dirname, '../../../public/stance.bin'), bytes);
console.log(`public/stance.bin: ${bytes.length} bytes`);
