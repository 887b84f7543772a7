import { readConstants } from './constants.ts';

/** Int8 by columns, since graphics processors multiply four bytes of one column at once. */
export interface Matrix {
  columns: number;
  /** How many times four bytes a column takes. */
  stride: number;
  bytes: Uint8Array<ArrayBuffer>;
  /** The scale of each column, then what is added to it. */
  plain: Float32Array<ArrayBuffer>;
}

/** Factors and addends of a layer's normalisation, one after the other. */
type Norm = Float32Array<ArrayBuffer>;

/** The encoder that `training/export.py` writes. */
export interface Weights {
  width: number;
  heads: number;
  /** Pieces that there are words for. */
  words: { bytes: Uint8Array<ArrayBuffer>; scales: Float32Array<ArrayBuffer> };
  /** Places, the two types, then the first normalisation. */
  places: { count: number; plain: Float32Array<ArrayBuffer> };
  layers: { qkv: Matrix; answer: Matrix; afterAnswer: Norm; inner: Matrix; outer: Matrix; afterOuter: Norm }[];
  /** What is made of the last layer: plain matrices, a row for each output. */
  pool: Plain;
  scores: Plain;
  features: Plain;
}

/** A small matrix in floating point, a row for each output, and what is added. */
export interface Plain {
  matrix: Float32Array;
  bias: Float32Array;
}

/** Rows and columns are filled up to whole tiles with zeros, so that nothing need be asked at their edges. */
export const TILE = 32;
/** So many times four bytes are multiplied between two loads. */
export const STEP = 8;
/** The next multiple of a unit. */
export const filledUp = (count: number, unit: number): number => Math.ceil(count / unit) * unit;

/**
 * Reads the weights out of the graph, whose constants stand in the order in which `export.py` wrote them (`recover.py` reads them too). Throws
 * where it is another graph.
 */
export function readWeights(graph: Uint8Array<ArrayBuffer>): Weights {
  const all = readConstants(graph);
  // All that is not weights (axes, shapes, levels) is small.
  const left = all.filter(({ size }) => size >= 8)[Symbol.iterator]();
  const next = (dims: (number | null)[], type: 'int8' | 'float') => {
    const { value } = left.next();
    if (
      !value ||
      value.type !== type ||
      value.dims.length !== dims.length ||
      dims.some((one, index) => one !== null && one !== value.dims[index])
    )
      throw new Error('The graph is another one.');
    return value;
  };
  const floats = (...dims: (number | null)[]) => next(dims, 'float').floats();
  const norm = (width: number): Norm => joined(floats(width), floats(width));
  const linear = (depth: number, columns: number | null): Matrix => {
    const { dims, bytes } = next([depth, columns], 'int8');
    const count = dims[1] as number;
    return { ...byColumns(bytes, depth, count), plain: joined(floats(count), floats(count)) };
  };

  const table = next([null, null], 'int8');
  const [pieces, width] = table.dims as [number, number];
  const words = { bytes: table.bytes, scales: floats(pieces) };
  const places = next([null, width], 'float');
  const plain = joined(places.floats(), floats(2, width), norm(width));
  const heads = all.find(({ type, size }) => type === 'int64' && size === 4)?.integers()[2] ?? 0;
  const matrices = all.filter(({ type, size }) => type === 'int8' && size >= 8).length - 1;
  const layers = Array.from({ length: matrices / 4 }, () => {
    const [qkv, answer, afterAnswer] = [linear(width, 3 * width), linear(width, width), norm(width)];
    const inner = linear(width, null);
    return { qkv, answer, afterAnswer, inner, outer: linear(inner.columns, width), afterOuter: norm(width) };
  });
  const last = (from: number): Plain => {
    const { dims, floats: matrix } = next([null, from], 'float');
    return { matrix: matrix(), bias: floats(dims[0] as number) };
  };
  const pool = last(2 * width);
  const [scores, features] = [last(pool.bias.length), last(pool.bias.length)];
  if (!left.next().done || width % 4 !== 0 || width % heads !== 0) throw new Error('The graph is another one.');
  return { width, heads, words, places: { count: places.dims[0] as number, plain }, layers, pool, scores, features };
}

/** A matrix that was written row by row. */
function byColumns(bytes: Uint8Array, depth: number, columns: number) {
  const stride = filledUp(Math.ceil(depth / 4), STEP);
  const result = new Uint8Array(filledUp(columns, TILE) * stride * 4);
  for (let row = 0; row < depth; row += 1)
    for (let column = 0; column < columns; column += 1) result[column * stride * 4 + row] = bytes[row * columns + column] as number;
  return { columns, stride, bytes: result };
}

function joined(...parts: Float32Array[]): Float32Array<ArrayBuffer> {
  const result = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const part of parts) {
    result.set(part, offset);
    offset += part.length;
  }
  return result;
}
