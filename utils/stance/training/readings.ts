import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What the shipped encoder says of every labelled comment that is kept aside, so that the benchmark need not run it over thousands of
 * them each time: logits in thousandths, sixteen bits each. `npm run train` writes the file; the benchmark reads some comments again
 * and compares.
 */
export interface Readings {
  /** Name and version of the encoder that they come from. */
  encoder: string;
  /** By set: eight logits a comment (opening, parent), in the order of the data. */
  sets: Record<string, Float64Array>;
}

const FILE = join(import.meta.dirname, 'readings.json');
const SCALE = 1000;

/** What the encoder said of all that is kept aside, as stored: logits to three digits. Throws where the file is missing. */
export function readReadings(): Readings {
  const { encoder, sets } = JSON.parse(readFileSync(FILE, 'utf8')) as { encoder: string; sets: Record<string, string> };
  const unpack = (text: string) => {
    const bytes = Uint8Array.from(Buffer.from(text, 'base64'));
    return Float64Array.from(new Int16Array(bytes.buffer), (one) => one / SCALE);
  };
  return { encoder, sets: Object.fromEntries(Object.entries(sets).map(([set, text]) => [set, unpack(text)])) };
}

/** Stores logits by set as base64 of 16-bit integers, a thousandth each: a tenth of their size as text. */
export function writeReadings({ encoder, sets }: Readings): void {
  const pack = (logits: Float64Array) => Buffer.from(Int16Array.from(logits, (one) => Math.round(one * SCALE)).buffer).toString('base64');
  const packed = Object.fromEntries(Object.entries(sets).map(([set, logits]) => [set, pack(logits)]));
  writeFileSync(FILE, `${JSON.stringify({ encoder, sets: packed }, null, 1)}\n`);
}
