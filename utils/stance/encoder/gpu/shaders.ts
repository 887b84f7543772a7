import { filledUp, STEP, TILE } from './weights.ts';

/** Threads that work together. */
const LANES = 64;
/** Queries that share what they read of the keys. */
export const QUERIES = 8;

const INPUT =
  '@group(0) @binding(0) var<storage, read> input: array<u32>; // how many pieces there are, where the comment begins, the pieces';

/** Sum and maximum over the threads that work together. */
const TOGETHER = `
var<workgroup> parts: array<f32, ${LANES}>;
fn sumOf(lane: u32, own: f32) -> f32 {
  parts[lane] = own;
  for (var half = ${LANES / 2}u; half > 0u; half /= 2u) {
    workgroupBarrier();
    if (lane < half) { parts[lane] += parts[lane + half]; }
  }
  return workgroupUniformLoad(&parts[0]);
}
fn largestOf(lane: u32, own: f32) -> f32 {
  parts[lane] = own;
  for (var half = ${LANES / 2}u; half > 0u; half /= 2u) {
    workgroupBarrier();
    if (lane < half) { parts[lane] = max(parts[lane], parts[lane + half]); }
  }
  return workgroupUniformLoad(&parts[0]);
}`;

/** Brings a row of \`width\` numbers to int8 with a scale of its own, by the same steps as the graph does. */
const quantised = (width: number) => `
var<workgroup> row: array<f32, ${width}>;
fn byteOf(value: f32, unit: f32) -> i32 { return i32(value / unit + 128.5) - 128; }
fn quantise(lane: u32, number: u32) {
  workgroupBarrier();
  var own = 0.0;
  for (var i = lane; i < ${width}u; i += ${LANES}u) { own = max(own, abs(row[i])); }
  let unit = max(largestOf(lane, own), 1e-9) / 127.0;
  if (lane == 0u) { units[number] = unit; }
  for (var i = lane; i < ${width / 4}u; i += ${LANES}u) {
    bytes[number * ${strideOf(width)}u + i] = pack4xI8(vec4(
      byteOf(row[4u * i], unit), byteOf(row[4u * i + 1u], unit), byteOf(row[4u * i + 2u], unit), byteOf(row[4u * i + 3u], unit)));
  }
}`;

/** Brings a row to mean 0 and spread 1, then to factors and addends, which begin at \`from\` in \`plain\`. */
const normalised = (width: number, from: number) => `
fn normalise(lane: u32, number: u32) {
  workgroupBarrier();
  var own = 0.0;
  for (var i = lane; i < ${width}u; i += ${LANES}u) { own += row[i]; }
  let mean = sumOf(lane, own) / ${width}.0;
  own = 0.0;
  for (var i = lane; i < ${width}u; i += ${LANES}u) { own += (row[i] - mean) * (row[i] - mean); }
  let spread = sqrt(sumOf(lane, own) / ${width}.0 + 1e-12);
  for (var i = lane; i < ${width}u; i += ${LANES}u) {
    let value = (row[i] - mean) / spread * plain[${from}u + i] + plain[${from + width}u + i];
    row[i] = value;
    x[number * ${width}u + i] = value;
  }
}`;

/** How many numbers of four bytes a row of so many takes. */
export const strideOf = (width: number): number => filledUp(width / 4, STEP);

/** A row of what is shown to the first layer: word, place and type of a piece. */
export const embed = (width: number, places: number): string => `
${INPUT}
@group(0) @binding(1) var<storage, read> words: array<u32>;
@group(0) @binding(2) var<storage, read> scales: array<f32>;
@group(0) @binding(3) var<storage, read> plain: array<f32>;
@group(0) @binding(4) var<storage, read_write> x: array<f32>;
@group(0) @binding(5) var<storage, read_write> bytes: array<u32>;
@group(0) @binding(6) var<storage, read_write> units: array<f32>;
${TOGETHER}${quantised(width)}${normalised(width, (places + 2) * width)}
@compute @workgroup_size(${LANES})
fn main(@builtin(workgroup_id) group: vec3<u32>, @builtin(local_invocation_index) lane: u32) {
  let number = group.x;
  let piece = input[2u + number];
  let kind = ${places}u + select(0u, 1u, number >= input[1]);
  for (var i = lane; i < ${width}u; i += ${LANES}u) {
    let word = f32(unpack4xI8(words[piece * ${width / 4}u + i / 4u])[i % 4u]) * scales[piece];
    row[i] = word + plain[number * ${width}u + i] + plain[kind * ${width}u + i];
  }
  normalise(lane, number);
  quantise(lane, number);
}`;

/** Adds what a layer answers to what it was shown. */
export const add = (width: number): string => `
@group(0) @binding(0) var<storage, read> answer: array<f32>;
@group(0) @binding(1) var<storage, read> plain: array<f32>;
@group(0) @binding(2) var<storage, read_write> x: array<f32>;
@group(0) @binding(3) var<storage, read_write> bytes: array<u32>;
@group(0) @binding(4) var<storage, read_write> units: array<f32>;
${TOGETHER}${quantised(width)}${normalised(width, 0)}
@compute @workgroup_size(${LANES})
fn main(@builtin(workgroup_id) group: vec3<u32>, @builtin(local_invocation_index) lane: u32) {
  let number = group.x;
  for (var i = lane; i < ${width}u; i += ${LANES}u) { row[i] = x[number * ${width}u + i] + answer[number * ${width}u + i]; }
  normalise(lane, number);
  quantise(lane, number);
}`;

/** Brings rows to int8. */
export const quantise = (width: number): string => `
@group(0) @binding(0) var<storage, read> values: array<f32>;
@group(0) @binding(1) var<storage, read_write> bytes: array<u32>;
@group(0) @binding(2) var<storage, read_write> units: array<f32>;
${TOGETHER}${quantised(width)}
@compute @workgroup_size(${LANES})
fn main(@builtin(workgroup_id) group: vec3<u32>, @builtin(local_invocation_index) lane: u32) {
  for (var i = lane; i < ${width}u; i += ${LANES}u) { row[i] = values[group.x * ${width}u + i]; }
  quantise(lane, group.x);
}`;

/** Abramowitz and Stegun 7.1.26: right to 1.5e-7. */
const GELU = `
fn gelu(value: f32) -> f32 {
  let z = abs(value) * 0.70710678;
  let t = 1.0 / (1.0 + 0.3275911 * z);
  let rest = ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t * exp(-z * z);
  return 0.5 * value * (1.0 + sign(value) * (1.0 - rest));
}`;

/** Multiplies rows of int8 with a matrix of int8, each thread four by four of a tile; whole numbers throughout, so that the sums are WebAssembly's. */
export const multiply = (stride: number, columns: number, isInner: boolean): string => `
${INPUT}
@group(0) @binding(1) var<storage, read> bytes: array<u32>;
@group(0) @binding(2) var<storage, read> units: array<f32>;
@group(0) @binding(3) var<storage, read> matrix: array<u32>;
@group(0) @binding(4) var<storage, read> plain: array<f32>;
@group(0) @binding(5) var<storage, read_write> product: array<f32>;
var<workgroup> left: array<vec4<u32>, ${(STEP * TILE) / 4}>;
var<workgroup> right: array<vec4<u32>, ${(STEP * TILE) / 4}>;
${isInner ? GELU : ''}
fn dots(one: u32, four: vec4<u32>) -> vec4<i32> {
  return vec4(dot4I8Packed(one, four.x), dot4I8Packed(one, four.y), dot4I8Packed(one, four.z), dot4I8Packed(one, four.w));
}
@compute @workgroup_size(${TILE / 4}, ${TILE / 4})
fn main(@builtin(workgroup_id) tile: vec3<u32>, @builtin(local_invocation_id) own: vec3<u32>, @builtin(local_invocation_index) lane: u32) {
  let k = lane % ${STEP}u;
  let four = lane / ${STEP}u;
  let row = (tile.y * ${TILE}u + four * 4u) * ${stride}u + k;
  let column = (tile.x * ${TILE}u + four * 4u) * ${stride}u + k;
  var sums = array<vec4<i32>, 4>();
  for (var at = 0u; at < ${stride}u; at += ${STEP}u) {
    left[k * ${TILE / 4}u + four] =
      vec4(bytes[row + at], bytes[row + at + ${stride}u], bytes[row + at + ${2 * stride}u], bytes[row + at + ${3 * stride}u]);
    right[k * ${TILE / 4}u + four] =
      vec4(matrix[column + at], matrix[column + at + ${stride}u], matrix[column + at + ${2 * stride}u], matrix[column + at + ${3 * stride}u]);
    workgroupBarrier();
    for (var i = 0u; i < ${STEP}u; i += 1u) {
      let rows = left[i * ${TILE / 4}u + own.y];
      let columns = right[i * ${TILE / 4}u + own.x];
      sums[0] += dots(rows.x, columns);
      sums[1] += dots(rows.y, columns);
      sums[2] += dots(rows.z, columns);
      sums[3] += dots(rows.w, columns);
    }
    workgroupBarrier();
  }
  for (var i = 0u; i < 4u; i += 1u) {
    let number = tile.y * ${TILE}u + own.y * 4u + i;
    if (number >= input[0]) { break; }
    for (var j = 0u; j < 4u; j += 1u) {
      let column = tile.x * ${TILE}u + own.x * 4u + j;
      if (column >= ${columns}u) { break; }
      let value = f32(sums[i][j]) * plain[column] * units[number] + plain[${columns}u + column];
      product[number * ${columns}u + column] = ${isInner ? 'gelu(value)' : 'value'};
    }
  }
}`;

/** Attention of one head for some queries: how much each piece counts, then the mean of what they say. */
export const attend = (width: number, heads: number, most: number): string => {
  const size = width / heads;
  return `
${INPUT}
@group(0) @binding(1) var<storage, read> qkv: array<f32>;
@group(0) @binding(2) var<storage, read_write> mixed: array<f32>;
var<workgroup> queries: array<f32, ${QUERIES * size}>;
var<workgroup> shares: array<f32, ${QUERIES * most}>;
var<workgroup> parts: array<f32, ${LANES}>;
var<workgroup> totals: array<f32, ${QUERIES}>;
@compute @workgroup_size(${LANES})
fn main(@builtin(workgroup_id) group: vec3<u32>, @builtin(local_invocation_index) lane: u32) {
  let count = input[0];
  let first = group.x * ${QUERIES}u;
  let head = group.y * ${size}u;
  for (var i = lane; i < ${QUERIES * size}u; i += ${LANES}u) {
    queries[i] = qkv[(first + i / ${size}u) * ${3 * width}u + head + i % ${size}u];
  }
  workgroupBarrier();
  for (var key = lane; key < count; key += ${LANES}u) {
    var sums = array<f32, ${QUERIES}>();
    for (var d = 0u; d < ${size}u; d += 1u) {
      let value = qkv[key * ${3 * width}u + ${width}u + head + d];
      for (var j = 0u; j < ${QUERIES}u; j += 1u) { sums[j] += queries[j * ${size}u + d] * value; }
    }
    for (var j = 0u; j < ${QUERIES}u; j += 1u) { shares[j * ${most}u + key] = sums[j] * ${1 / Math.sqrt(size)}; }
  }
  workgroupBarrier();
  // Eight threads to each query.
  let query = lane / ${LANES / QUERIES}u;
  let own = lane % ${LANES / QUERIES}u;
  var largest = -3.0e38;
  for (var key = own; key < count; key += ${LANES / QUERIES}u) { largest = max(largest, shares[query * ${most}u + key]); }
  parts[lane] = largest;
  workgroupBarrier();
  for (var i = 0u; i < ${LANES / QUERIES}u; i += 1u) { largest = max(largest, parts[query * ${LANES / QUERIES}u + i]); }
  workgroupBarrier();
  var sum = 0.0;
  for (var key = own; key < count; key += ${LANES / QUERIES}u) {
    let share = exp(shares[query * ${most}u + key] - largest);
    shares[query * ${most}u + key] = share;
    sum += share;
  }
  parts[lane] = sum;
  workgroupBarrier();
  if (own == 0u) {
    var total = 0.0;
    for (var i = 0u; i < ${LANES / QUERIES}u; i += 1u) { total += parts[lane + i]; }
    totals[query] = total;
  }
  workgroupBarrier();
  for (var i = lane; i < ${QUERIES * size}u; i += ${LANES}u) {
    let j = i / ${size}u;
    if (first + j >= count) { break; }
    var value = 0.0;
    for (var key = 0u; key < count; key += 1u) { value += shares[j * ${most}u + key] * qkv[key * ${3 * width}u + ${2 * width}u + head + i % ${size}u]; }
    mixed[(first + j) * ${width}u + head + i % ${size}u] = value / totals[j];
  }
}`;
};
