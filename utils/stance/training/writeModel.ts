import { type Header, KNOWN_BYTES, MAGIC } from '../model/classifier.ts';

/** The weights file, as `loadModel` reads it. Weights beyond `header.most` are cut to it. */
export function bytesOf(header: Header, known: Uint8Array, weights: ArrayLike<number>): Uint8Array {
  const head = new TextEncoder().encode(`${MAGIC}${JSON.stringify(header, shorten)}\n`);
  const bytes = new Uint8Array(head.length + KNOWN_BYTES + weights.length);
  bytes.set(head);
  bytes.set(known, head.length);
  for (let at = 0; at < weights.length; at++) {
    const part = Math.min(1, Math.abs(weights[at] as number) / header.most);
    bytes[head.length + KNOWN_BYTES + at] = Math.round(Math.sign(weights[at] as number) * Math.sqrt(part) * 127) & 255;
  }
  return bytes;
}

/** Five digits are more than the data can tell apart. */
const shorten = (_: string, value: unknown) => (typeof value === 'number' ? Number(value.toPrecision(5)) : value);
