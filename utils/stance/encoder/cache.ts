import type { Encoder, Scores } from './encoder.ts';
import type { Input } from './input.ts';

/** Where answers are cache until the browser is closed. */
export interface ScoreCache {
  read(keys: string[]): Promise<(Scores | undefined)[]>;
  write(key: string, scores: Scores): Promise<void>;
}

/**
 * An encoder that asks the one behind it only for inputs it has not seen: the same words under another parent are another input, and
 * so are the same under another version of the model. Rows that are equal are asked for once.
 */
export function cached(encoder: Encoder, cache: ScoreCache): Encoder {
  const keysOf = (rows: readonly Input[]) => Promise.all(rows.map((row) => cacheKeyOf(encoder.name, row)));
  return {
    name: encoder.name,
    recall: async (rows) => cache.read(await keysOf(rows)),
    async *run(rows, signal, behind) {
      const keys = await keysOf(rows);
      const found = new Map<string, Scores>();
      for (const [index, scores] of (await cache.read(keys)).entries()) if (scores) found.set(keys[index] as string, scores);
      const wanted = new Map<string, Input>();
      for (const [index, key] of keys.entries()) if (!found.has(key)) wanted.set(key, rows[index] as Input);
      const answers = encoder.run([...wanted.values()], signal, behind)[Symbol.asyncIterator]();
      for (const [index, key] of keys.entries()) {
        if (!found.has(key)) {
          const { value, done } = await answers.next();
          if (done) return;
          const { index: _, ...scores } = value;
          found.set(key, scores);
          await cache.write(key, scores);
        }
        if (signal?.aborted) return;
        yield { index, ...(found.get(key) as Scores) };
      }
    },
  };
}

async function cacheKeyOf(name: string, { ids, from, isReply }: Input): Promise<string> {
  const bytes = new TextEncoder().encode(`${name}\n${from}\n${isReply}\n${ids}`);
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return `scores:${Array.from(hash.subarray(0, 12), (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** Answers in memory alone, the oldest forgotten first. */
export function memory(most = 50_000): ScoreCache {
  const entries = new Map<string, Scores>();
  return {
    read: async (keys) => keys.map((key) => entries.get(key)),
    async write(key, scores) {
      entries.set(key, scores);
      for (const oldest of entries.keys()) {
        if (entries.size <= most) break;
        entries.delete(oldest);
      }
    },
  };
}
