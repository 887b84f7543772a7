import { type Features, featuresOf } from '../features.ts';
import { wordsOf } from '../words.ts';
import type { Rows } from './regress.ts';
import type { Pair } from './rows.ts';

/** The features of many pairs, packed one after the other. */
export function pack(pairs: readonly Pair[]): Pick<Rows, 'from' | 'index' | 'value'> {
  const from = new Int32Array(pairs.length + 1);
  let index = new Int32Array(1 << 20);
  let value = new Float32Array(1 << 20);
  let used = 0;
  pairs.forEach((pair, row) => {
    const features: Features = featuresOf(wordsOf(pair.text), wordsOf(pair.target), pair.task);
    if (used + features.count > index.length) {
      index = grown(index, new Int32Array(index.length * 2));
      value = grown(value, new Float32Array(value.length * 2));
    }
    index.set(features.index.subarray(0, features.count), used);
    value.set(features.value.subarray(0, features.count), used);
    used += features.count;
    from[row + 1] = used;
  });
  return { from, index: index.subarray(0, used), value: value.subarray(0, used) };
}

function grown<T extends Int32Array | Float32Array>(small: T, large: T): T {
  large.set(small);
  return large;
}
