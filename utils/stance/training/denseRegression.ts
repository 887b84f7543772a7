import { regress } from './regression.ts';

/**
 * Multinomial regression on rows of equally many columns, the first of which is always 1. The columns are brought to mean 0 and
 * spread 1 and the scaling is then put into the weights: returns `columns × classes` of them.
 */
export function regressColumns(list: readonly { row: ArrayLike<number>; label: number }[], classes: number, decay: number): number[] {
  const width = list[0]?.row.length ?? 0;
  const mean = new Float64Array(width);
  const spread = new Float64Array(width);
  for (const { row } of list) for (let c = 1; c < width; c++) mean[c] = (mean[c] as number) + (row[c] as number) / list.length;
  for (const { row } of list)
    for (let c = 1; c < width; c++) spread[c] = (spread[c] as number) + ((row[c] as number) - (mean[c] as number)) ** 2 / list.length;
  // a loud first column is hardly held back by the penalty
  const scale = spread.map((one, c) => (c === 0 ? 3 : Math.min(1 / (Math.sqrt(one) + 1e-6), 1e3)));
  const value = new Float32Array(list.length * width);
  const truth = new Float32Array(list.length * classes);
  list.forEach(({ row, label }, rowIndex) => {
    for (let c = 0; c < width; c++) value[rowIndex * width + c] = ((row[c] as number) - (mean[c] as number)) * (scale[c] as number);
    truth[rowIndex * classes + label] = 1;
  });
  const index = Int32Array.from({ length: value.length }, (_, entry) => entry % width);
  const from = Int32Array.from({ length: list.length + 1 }, (_, row) => row * width);
  const weight = new Float32Array(list.length).fill(1);
  const learned = regress({ from, index, value, truth, weight }, width, classes, { decay, rounds: 60 });
  const weights = Array.from(learned, (one, entry) => one * (scale[Math.floor(entry / classes)] as number));
  for (let c = 1; c < width; c++)
    for (let k = 0; k < classes; k++) weights[k] = (weights[k] as number) - (weights[c * classes + k] as number) * (mean[c] as number);
  return weights;
}
