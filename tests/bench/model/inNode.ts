import { packagedEncoder } from '../../../utils/commands/packagedEncoder.ts';
import { generatePage } from '../page/generate.ts';
import { type Memory, memoryOf, widen } from './memory.ts';

/** `node inNode.ts COMMENTS`: reads a thread's comments with the model that ships, in a process that does nothing else, and prints what it took as JSON. */
const [count = 100] = process.argv.slice(2).map(Number);
const texts = [...generatePage('hackernews', count).matchAll(/commtext c00">([^<]*)</g)].map(([, text = '']) => text);
/** Where the system does not say what is shared, all counts as ours. */
function ownMemory(): Memory {
  if (process.platform === 'linux') return memoryOf('self');
  const resident = process.memoryUsage().rss / 2 ** 20;
  return { resident, own: resident };
}

const start = performance.now();
const { encoder, inputOf } = await packagedEncoder();
const loaded = performance.now();
const rows = texts.map((comment, index) =>
  inputOf({ post: ['Benches should stand near stations'], parent: texts[index - 1] ?? '', comment }),
);
const memory = { resident: 0, own: 0 };
for await (const _ of encoder.run(rows)) widen(memory, ownMemory());
const pieces = rows.reduce((sum, { ids }) => sum + ids.length, 0);
console.log(
  JSON.stringify({
    loaded: (loaded - start) / 1000,
    perSecond: rows.length / ((performance.now() - loaded) / 1000),
    pieces: pieces / rows.length,
    memory,
  }),
);
