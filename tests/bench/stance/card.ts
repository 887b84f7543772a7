import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Figures } from './metrics.ts';

const CARD = join(import.meta.dirname, '../../../public/model-card.json');

/** One line of the benchmark's table. */
export interface Measured extends Figures {
  set: string;
  system: string;
  interval: [number, number];
}

/** What one setting of the sensitivity shows of whole threads. */
export type Curve = { wish: number; towards: string } & Pick<Figures, 'shown' | 'shownRight' | 'sidesRight' | 'sidesShown'>;

const short = (_: string, value: unknown) =>
  typeof value === 'number' && !Number.isInteger(value) ? Math.round(value * 1000) / 1000 : value;

/** Puts the figures just measured, the file's size and hash and the day into the model card; what people wrote there stays. */
export function writeCard(model: string, file: Uint8Array, measured: Measured[], sensitivity: Curve[]): void {
  const card = JSON.parse(readFileSync(CARD, 'utf8'));
  card.model = { ...card.model, name: model, bytes: file.length, sha256: createHash('sha256').update(file).digest('hex') };
  card.measured = { command: 'npm run bench -- stance', date: new Date().toISOString().slice(0, 10), figures: measured, sensitivity };
  writeFileSync(CARD, `${JSON.stringify(card, short, 1)}\n`);
}
