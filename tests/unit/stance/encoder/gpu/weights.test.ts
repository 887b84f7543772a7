// @vitest-environment node
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readConstants } from '../../../../../utils/stance/encoder/gpu/constants.ts';
import { readWeights } from '../../../../../utils/stance/encoder/gpu/weights.ts';

const graphOf = async (folder: string) =>
  new Uint8Array(await readFile(join(import.meta.dirname, '../../../../..', folder, 'stance.onnx')));
const SMALL = 'tests/fixtures/encoder';

test('constants of a graph are read byte by byte, however their dimensions are written', () => {
  const name = [0x42, 1, 0x63];
  const packed = [0x0a, 2, 2, 1, 0x10, 3, ...name, 0x4a, 2, 0xff, 0x7f];
  const apart = [0x08, 0xac, 2, 0x10, 1, ...name, 0x4a, 4, 0, 0, 0x80, 0x3f];
  const scalar = [0x10, 7, ...name, 0x4a, 8, 5, 0, 0, 0, 0, 0, 0, 0];
  const graph = [packed, apart, scalar].flatMap((one) => [0x2a, one.length, ...one]);
  // before it the version of the format, behind it a field of four bytes and one of eight
  const file = Uint8Array.from([0x08, 9, 0x3a, graph.length, ...graph, 0x4d, 1, 2, 3, 4, 0x51, 1, 2, 3, 4, 5, 6, 7, 8]);
  const [bytes, floats, integer] = readConstants(file);
  expect(bytes).toMatchObject({ type: 'int8', dims: [2, 1], size: 2, bytes: Uint8Array.of(0xff, 0x7f) });
  expect(floats).toMatchObject({ type: 'float', dims: [300], size: 300 });
  expect(floats?.floats()).toEqual(Float32Array.of(1));
  expect(integer).toMatchObject({ type: 'int64', dims: [], size: 1 });
  expect(integer?.integers()).toEqual([5]);
  for (let length = 3; length < file.length; length += 1) {
    if (length !== 4 + graph.length && length !== 9 + graph.length)
      expect(() => readConstants(file.subarray(0, length)), `${length} bytes`).toThrow('no graph');
  }
});

test('the weights of the small encoder are those that were written', async () => {
  const weights = readWeights(await graphOf(SMALL));
  expect(weights).toMatchObject({ width: 16, heads: 2, places: { count: 512 } });
  expect(weights.layers).toHaveLength(1);
  // as `make.py` has them: 6 in the place of the class that a word speaks for, and noise
  const { vocab } = JSON.parse(await readFile(join(import.meta.dirname, '../../../../fixtures/encoder/tokenizer.json'), 'utf8')).model;
  for (const [word, place] of [
    ['agree', 0],
    ['oppose', 1],
    ['why', 3],
  ] as const) {
    const row = new Int8Array(weights.words.bytes.slice(16 * vocab[word], 16 * vocab[word] + 16).buffer);
    expect(row.indexOf(127)).toBe(place);
    expect(Math.abs(127 * (weights.words.scales[vocab[word]] as number) - 6)).toBeLessThan(0.5);
  }
  expect(weights.places.plain).toHaveLength((512 + 2 + 2) * 16);
  expect(weights.places.plain.slice(-32)).toEqual(Float32Array.from({ length: 32 }, (_, index) => (index < 16 ? 1 : 0)));
  expect(weights.scores.bias).toEqual(Float32Array.of(0, 0, 2, 0, 0, 0, 2, 0));
  expect(weights.features.matrix).toEqual(Float32Array.from({ length: 8 * 16 }, (_, index) => (index % 17 === 0 ? 1 : 0)));
});

test('matrices are turned into columns and filled up with zeros', async () => {
  const graph = await graphOf(SMALL);
  const { inner } = readWeights(graph).layers[0] as ReturnType<typeof readWeights>['layers'][0];
  const [written] = readConstants(graph).filter(({ type, dims }) => type === 'int8' && dims[0] === 16 && dims[1] === 32);
  expect(inner).toMatchObject({ columns: 32, stride: 8 });
  for (let column = 0; column < 32; column += 1) {
    const own = inner.bytes.subarray(32 * column, 32 * column + 32);
    expect([...own.subarray(0, 16)]).toEqual(Array.from({ length: 16 }, (_, row) => written?.bytes[32 * row + column]));
    expect(own.subarray(16).every((one) => one === 0)).toBe(true);
  }
  expect(inner.plain).toHaveLength(64);
});

test('the graph that ships is of that kind', async () => {
  const { width, heads, layers, pool, features } = readWeights(await graphOf('public'));
  expect([width, width % heads, pool.matrix.length, features.bias.length > 0]).toEqual([width, 0, 2 * width * width, true]);
  expect(layers.length).toBeGreaterThan(0);
});

test('a graph that breaks off, or is another one, is refused', async () => {
  const graph = await graphOf(SMALL);
  expect(() => readWeights(graph.slice(0, graph.length / 2))).toThrow('no graph');
  expect(() => readWeights(new Uint8Array())).toThrow('another one');
  // The width of the first normalisation is no longer that of the places.
  const other = graph.slice();
  const at = Buffer.from(other).indexOf(Buffer.from([0x08, 2, 0x08, 16, 0x10, 1]));
  expect(at).toBeGreaterThan(0);
  other[at + 3] = 15;
  expect(() => readWeights(other)).toThrow('another one');
});
