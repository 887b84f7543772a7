import type { Export } from '../record.ts';
import { toCsv } from './csv.ts';
import { type ExportedFile, fileOf, JSON_FORMAT, type Written } from './file.ts';
import { toMarkdown } from './markdown.ts';
import { toAnnotations } from './webAnnotations.ts';

/** The ways in which a thread can be written down. All are made of the same export, so that all hold the same numbers and names. */
export const FORMATS = {
  json: JSON_FORMAT,
  markdown: { ending: 'md', type: 'text/markdown', write: toMarkdown },
  csv: { ending: 'csv', type: 'text/csv', write: toCsv },
  annotations: { ending: 'jsonld', type: 'application/ld+json', write: toAnnotations },
} satisfies Record<string, Written>;
/** A format by its name. */
export type Format = keyof typeof FORMATS;

/** An export as a file of some format, named after the thread. */
export const fileIn = (format: Format, file: Export): ExportedFile => fileOf(FORMATS[format], file);
