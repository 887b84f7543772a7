import type { Export } from '../record.ts';
import { toCsv } from './csv.ts';
import { toMarkdown } from './markdown.ts';
import { toAnnotations } from './webAnnotations.ts';

/** The ways in which a thread can be written down. All are made of the same export, so that all hold the same numbers and names. */
export const FORMATS = {
  json: { ending: 'json', type: 'application/json', write: (file: Export) => `${JSON.stringify(file, null, 2)}\n` },
  markdown: { ending: 'md', type: 'text/markdown', write: toMarkdown },
  csv: { ending: 'csv', type: 'text/csv', write: toCsv },
  annotations: { ending: 'jsonld', type: 'application/ld+json', write: toAnnotations },
};
/** A format by its name. */
export type Format = keyof typeof FORMATS;

/** A file to be saved: its name, its media type and what stands in it. */
export interface ExportedFile {
  name: string;
  type: string;
  text: string;
}

/** An export as a file of some format, named after the thread. */
export function fileIn(format: Format, file: Export): ExportedFile {
  const { ending, type, write } = FORMATS[format];
  const name = fileStem(file.thread.title) || fileStem(file.thread.platform) || 'thread';
  return { name: `standpoint-${name}.${ending}`, type, text: write(file) };
}

/** Words as part of a file's name. */
function fileStem(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)
    .toLowerCase();
}
