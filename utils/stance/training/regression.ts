/** Sparse rows, one after the other: row r holds entries `from[r]`…`from[r + 1]` of `index` and `value`. */
export interface Rows {
  from: Int32Array;
  index: Int32Array;
  value: Float32Array;
  /** One number per row and class, adding up to 1: the share of each label. */
  truth: Float32Array;
  /** How much each row counts; rows of weight 0 are passed over. */
  weight: Float32Array;
}

/** Turns scores into probabilities, in place; returns the logarithm of what they were divided by. */
export function softmax(score: Float64Array): number {
  let most = -Infinity;
  for (const one of score) if (one > most) most = one;
  let total = 0;
  for (let k = 0; k < score.length; k++) {
    const raised = Math.exp((score[k] as number) - most);
    score[k] = raised;
    total += raised;
  }
  for (let k = 0; k < score.length; k++) score[k] = (score[k] as number) / total;
  return most + Math.log(total);
}

/** Adds the scores of one row to `score`. */
export function scoreRow(rows: Rows, row: number, weights: Float32Array | Float64Array, score: Float64Array): void {
  const classes = score.length;
  const to = rows.from[row + 1] as number;
  for (let entry = rows.from[row] as number; entry < to; entry++) {
    const base = (rows.index[entry] as number) * classes;
    const value = rows.value[entry] as number;
    for (let k = 0; k < classes; k++) score[k] = (score[k] as number) + value * (weights[base + k] as number);
  }
}

const dot = (a: Float64Array, b: Float64Array) => {
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += (a[index] as number) * (b[index] as number);
  return sum;
};
/** a + by × b, into a. */
const add = (a: Float64Array, b: Float64Array, by: number) => {
  for (let index = 0; index < a.length; index++) a[index] = (a[index] as number) + by * (b[index] as number);
};

/** Mean loss of a multinomial logistic regression with penalty `decay` × |w|² / 2, and its slope. */
function lossOf(rows: Rows, weights: Float64Array, classes: number, decay: number, slope: Float64Array): number {
  const score = new Float64Array(classes);
  slope.fill(0);
  let loss = 0;
  let total = 0;
  for (let row = 0; row < rows.weight.length; row++) {
    const weight = rows.weight[row] as number;
    if (weight === 0) continue;
    total += weight;
    score.fill(0);
    scoreRow(rows, row, weights, score);
    let right = 0;
    for (let k = 0; k < classes; k++) right += (rows.truth[row * classes + k] as number) * (score[k] as number);
    loss += weight * (softmax(score) - right);
    for (let k = 0; k < classes; k++) score[k] = ((score[k] as number) - (rows.truth[row * classes + k] as number)) * weight;
    const to = rows.from[row + 1] as number;
    for (let entry = rows.from[row] as number; entry < to; entry++) {
      const base = (rows.index[entry] as number) * classes;
      const value = rows.value[entry] as number;
      for (let k = 0; k < classes; k++) slope[base + k] = (slope[base + k] as number) + value * (score[k] as number);
    }
  }
  for (let index = 0; index < slope.length; index++) slope[index] = (slope[index] as number) / total + decay * (weights[index] as number);
  return loss / total + (decay / 2) * dot(weights, weights);
}

/**
 * Multinomial logistic regression with an L2 penalty, by L-BFGS (Liu & Nocedal 1989) with six remembered steps and a
 * line search that halves until the loss falls enough (Armijo 1966, 1e-4): a convex problem with one answer, found without chance. Returns `size × classes` weights, bucket by bucket.
 */
export function regress(rows: Rows, size: number, classes: number, { decay = 1e-4, rounds = 40, memory = 6 } = {}): Float64Array {
  const weights = new Float64Array(size * classes);
  let slope = new Float64Array(weights.length);
  let ahead = new Float64Array(weights.length);
  let loss = lossOf(rows, weights, classes, decay, slope);
  const updates: { move: Float64Array; turn: Float64Array; inverse: number }[] = [];
  for (let round = 0; round < rounds; round++) {
    const direction = slope.slice();
    const shares: number[] = [];
    for (const { move, turn, inverse } of [...updates].reverse()) {
      const share = inverse * dot(move, direction);
      shares.push(share);
      add(direction, turn, -share);
    }
    const newest = updates.at(-1);
    const scale = newest ? 1 / (newest.inverse * dot(newest.turn, newest.turn)) : 1;
    for (let index = 0; index < direction.length; index++) direction[index] = (direction[index] as number) * scale;
    for (const { move, turn, inverse } of updates) add(direction, move, (shares.pop() as number) - inverse * dot(turn, direction));
    const steep = -dot(slope, direction);
    let length = newest ? 1 : Math.min(1, 1 / Math.sqrt(dot(slope, slope)));
    let better = loss;
    for (; length > 1e-6; length /= 2) {
      add(weights, direction, -length);
      better = lossOf(rows, weights, classes, decay, ahead);
      if (better <= loss + 1e-4 * length * steep) break;
      add(weights, direction, length);
    }
    if (length <= 1e-6) break;
    const gain = loss - better;
    const turn = ahead.slice();
    add(turn, slope, -1);
    const move = direction;
    for (let index = 0; index < move.length; index++) move[index] = -length * (move[index] as number);
    const bend = dot(move, turn);
    if (bend > 1e-12) updates.push({ move, turn, inverse: 1 / bend });
    if (updates.length > memory) updates.shift();
    [slope, ahead, loss] = [ahead, slope, better];
    if (gain < 1e-5 * Math.abs(loss)) break;
  }
  return weights;
}

/** Numbers from 0 to 1 that are the same on every machine (mulberry32). */
export function random(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}
