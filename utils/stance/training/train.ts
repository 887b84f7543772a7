import { writeFileSync } from 'node:fs';
import { make, SETS } from './make.ts';
import { dataFolder, readPairs, readThreads } from './rows.ts';
import { isKept } from './split.ts';

const folder = dataFolder();
const threads = readThreads(folder).filter((thread) => !isKept(thread.thread));
const pairs = Object.keys(SETS)
  .filter((set) => set !== 'threads')
  .flatMap((set) => readPairs(folder, set))
  .filter((pair) => !isKept(pair.thread));
const bytes = make('fast 1', pairs, threads, console.log);
writeFileSync(new URL('../../../public/stance.bin', import.meta.url), bytes);
console.log(`public/stance.bin: ${bytes.length} bytes`);
