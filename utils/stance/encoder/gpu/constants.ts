/** A constant of an ONNX graph; its bytes lie in the graph's own until they are copied. */
export interface Constant {
  type: 'float' | 'int8' | 'int64' | 'other';
  dims: number[];
  /** Count of its elements. */
  size: number;
  bytes: Uint8Array<ArrayBuffer>;
  floats(): Float32Array<ArrayBuffer>;
  integers(): number[];
}

/** Numbers of fields in ONNX' files, and of types of elements. */
const GRAPH = 7;
const INITIALIZER = 5;
const DIMS = 1;
const TYPE = 2;
const RAW = 9;
const TYPES: Record<number, Constant['type']> = { 1: 'float', 3: 'int8', 7: 'int64' };

/** The constants of an ONNX graph in their order. Throws where the file is none, or breaks off. */
export function readConstants(file: Uint8Array<ArrayBuffer>): Constant[] {
  const constants: Constant[] = [];
  for (const [field, graph] of fieldsOf(file)) {
    if (field !== GRAPH || typeof graph === 'number') continue;
    for (const [part, bytes] of fieldsOf(graph)) if (part === INITIALIZER && typeof bytes !== 'number') constants.push(constantOf(bytes));
  }
  return constants;
}

function constantOf(tensor: Uint8Array<ArrayBuffer>): Constant {
  const dims: number[] = [];
  let type: Constant['type'] = 'other';
  let bytes: Uint8Array<ArrayBuffer> = new Uint8Array();
  for (const [field, value] of fieldsOf(tensor)) {
    if (field === DIMS) dims.push(...(typeof value === 'number' ? [value] : numbersOf(value)));
    else if (field === TYPE) type = TYPES[value as number] ?? 'other';
    else if (field === RAW && typeof value !== 'number') bytes = value;
  }
  return {
    type,
    dims,
    size: dims.reduce((product, one) => product * one, 1),
    bytes,
    floats: () => new Float32Array(bytes.slice().buffer),
    integers: () => Array.from(new BigInt64Array(bytes.slice().buffer), Number),
  };
}

/** The fields of a message of Protocol Buffers: numbers, or the bytes that they hold. */
function* fieldsOf(bytes: Uint8Array<ArrayBuffer>): Generator<[field: number, value: number | Uint8Array<ArrayBuffer>]> {
  const reader = { bytes, offset: 0 };
  while (reader.offset < bytes.length) {
    const tag = varint(reader);
    const [field, kind] = [Math.floor(tag / 8), tag % 8];
    if (kind === 0) {
      yield [field, varint(reader)];
      continue;
    }
    const length = kind === 2 ? varint(reader) : kind === 1 ? 8 : kind === 5 ? 4 : Number.NaN;
    const end = reader.offset + length;
    if (!(end <= bytes.length)) throw new Error('This is no graph.');
    yield [field, bytes.subarray(reader.offset, end)];
    reader.offset = end;
  }
}

function numbersOf(bytes: Uint8Array<ArrayBuffer>): number[] {
  const reader = { bytes, offset: 0 };
  const numbers: number[] = [];
  while (reader.offset < bytes.length) numbers.push(varint(reader));
  return numbers;
}

function varint(reader: { bytes: Uint8Array<ArrayBuffer>; offset: number }): number {
  let value = 0;
  for (let factor = 1; ; factor *= 128) {
    const byte = reader.bytes[reader.offset];
    if (byte === undefined) throw new Error('This is no graph.');
    reader.offset += 1;
    value += (byte % 128) * factor;
    if (byte < 128) return value;
  }
}
