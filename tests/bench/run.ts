import { readdirSync } from 'node:fs';

/** `npm run bench -- NAME …` prints one benchmark's tables, `npm run bench` those of all. A benchmark is a file of this folder. */
const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.ts') && file !== 'run.ts')
  .map((file) => file.slice(0, -3));
const wanted = process.argv[2];
if (wanted && !wanted.startsWith('-') && !names.includes(wanted)) {
  console.error(`There is no benchmark called ${wanted}; there is ${names.join(', ')}.`);
  process.exit(1);
}
for (const name of wanted && !wanted.startsWith('-') ? [wanted] : names) await import(`./${name}.ts`);
