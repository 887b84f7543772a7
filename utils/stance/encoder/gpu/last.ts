import type { Input } from '../input.ts';
import type { Plain, Weights } from './weights.ts';

/** What the graph does after its last layer: the first piece and the mean of the comment's own, pooled, give scores and features. Too little to be worth a graphics processor. */
export function lastOf({ width, pool, scores, features }: Pick<Weights, 'width' | 'pool' | 'scores' | 'features'>) {
  return (hidden: Float32Array, { ids, from }: Pick<Input, 'ids' | 'from'>) => {
    const both = new Float32Array(2 * width);
    both.set(hidden.subarray(0, width));
    for (let column = 0; column < width; column += 1) {
      let sum = 0;
      for (let row = from; row < ids.length; row += 1) sum += hidden[row * width + column] as number;
      both[width + column] = sum / (ids.length - from);
    }
    const pooled = product(pool, both).map(Math.tanh);
    return { scores: product(scores, pooled), features: product(features, pooled) };
  };
}

function product({ matrix, bias }: Plain, vector: Float32Array): Float32Array {
  return bias.map((sum, row) => {
    let total = sum;
    for (let column = 0; column < vector.length; column += 1)
      total += (matrix[row * vector.length + column] as number) * (vector[column] as number);
    return total;
  });
}
