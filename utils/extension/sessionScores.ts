import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { memory, type ScoreCache, type Scores } from '../stance/transformer/index.ts';

const four = v.pipe(v.array(v.number()), v.length(4));
const shape: v.GenericSchema<Scores> = v.object({ opening: four, parent: v.nullable(four), features: v.array(v.number()) });

/**
 * Answers of the encoder, kept while the browser runs: in memory, and in the browser's storage for the session, which is memory too and
 * outlives a background that was stopped. Nothing reaches the disk, from private windows or others.
 */
export function sessionScores(): ScoreCache {
  const near = memory();
  const { session } = browser.storage;
  return {
    async read(keys) {
      const known = await near.read(keys);
      const unknown = keys.filter((_, index) => !known[index]);
      const stored = unknown.length > 0 ? await session.get(unknown).catch(() => ({})) : {};
      return keys.map((key, index) => {
        const scores = known[index] ?? (stored as Record<string, unknown>)[key];
        return v.is(shape, scores) ? scores : undefined;
      });
    },
    async write(key, scores) {
      await near.write(key, scores);
      // There is room for some thousands; when it is full, what is in memory must do.
      await session.set({ [key]: scores }).catch(() => {});
    },
  };
}
