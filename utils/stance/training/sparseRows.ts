import { emptyFeatures, type Features, targetFeatures, textFeatures } from '../model/features.ts';
import { type Aim, aimOf } from '../model/target.ts';
import { wordsOf } from '../model/tokens.ts';
import type { Pair } from './dataset.ts';
import type { Rows } from './regression.ts';

export type Sparse = Pick<Rows, 'from' | 'index' | 'value'>;

/** Packs rows of features one after the other, growing as it goes. */
export function packer() {
  const from = [0];
  let index = new Int32Array(1 << 20);
  let value = new Float32Array(1 << 20);
  let used = 0;
  return {
    add(features: Features) {
      if (used + features.count > index.length) {
        index = grown(index, new Int32Array(index.length * 2));
        value = grown(value, new Float32Array(value.length * 2));
      }
      index.set(features.index.subarray(0, features.count), used);
      value.set(features.value.subarray(0, features.count), used);
      used += features.count;
    },
    endRow() {
      from.push(used);
    },
    packed: (): Sparse => ({ from: Int32Array.from(from), index: index.subarray(0, used), value: value.subarray(0, used) }),
  };
}

function grown<T extends Int32Array | Float32Array>(small: T, large: T): T {
  large.set(small);
  return large;
}

export const aimFor = (pair: Pair): Aim => aimOf(pair.task, wordsOf(pair.target), pair.about === null ? null : wordsOf(pair.about));

/** The features of many pairs; `more` may add entries of its own to each row. */
export function pack(pairs: readonly Pair[], more?: (features: Features, pair: Pair, aim: Aim) => void): Sparse {
  const rows = packer();
  const features = emptyFeatures();
  for (const pair of pairs) {
    const aim = aimFor(pair);
    rows.add(targetFeatures(features, aim));
    rows.add(textFeatures(features, wordsOf(pair.text), aim));
    if (more) {
      features.count = 0;
      more(features, pair, aim);
      rows.add(features);
    }
    rows.endRow();
  }
  return rows.packed();
}
