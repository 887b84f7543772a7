// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { marked } from 'marked';
import { describe, expect, test } from 'vitest';
import { fileIn } from '../../utils/export/formats/index.ts';
import { openExport } from '../../utils/export/open.ts';
import { webAddress } from '../../utils/webUrl.ts';
import { parseCsv } from '../unit/export/formats/parseCsv.ts';
import { hostileExport } from './hostileThread.ts';
import { faultsIn } from './inert.ts';
import { KINDS, PAYLOADS } from './payloads.ts';

const schema = JSON.parse(readFileSync(join(import.meta.dirname, '../../public/export.schema.json'), 'utf8'));
const kinds = Object.entries(KINDS);

/** Without spaces, which a page folds, and without what no page can hold. */
const squeezed = (words: string) => words.toWellFormed().replace(/[\s\p{Cc}\uFFFD]/gu, '');

test('several hundred payloads are tried', () => {
  expect(PAYLOADS.length).toBeGreaterThan(500);
});

describe.each(kinds)('%s', (_kind, payloads) => {
  test('are words in the Markdown digest, whatever renders it', () => {
    for (const payload of payloads) {
      const digest = fileIn('markdown', hostileExport([payload, payload])).text;
      // A renderer that lets everything through: markup, and links to anywhere.
      const page = new DOMParser().parseFromString(marked.parse(digest, { async: false }), 'text/html');
      expect(faultsIn(page.body), payload).toEqual([]);
      expect(page.head.children, payload).toHaveLength(0);
      expect(digest, payload).not.toMatch(/\{\{|\{%/);
      // And somebody's words are still theirs, once they are rendered.
      const shown = squeezed(page.querySelector('blockquote')?.textContent ?? '');
      expect(shown, payload).toBe(squeezed(payload));
    }
  });

  test('are cells in the CSV, and none begins a formula', () => {
    for (const payload of payloads) {
      const [head, ...rows] = parseCsv(fileIn('csv', hostileExport([payload, 'x'])).text);
      // The opening post stands in a row of its own.
      expect(rows, payload).toHaveLength(3);
      for (const row of rows) {
        expect(row, payload).toHaveLength(head?.length ?? 0);
        const starts = row.flatMap((cell) => cell.split(/[\n\r\t;]/)).map((part) => part.replace(/^[\p{Z}\p{C}"]+/u, '').slice(0, 1));
        for (const start of starts) expect('=+-@＝＋－＠'.includes(start) && start !== '', payload).toBe(false);
      }
      const restored = (cell: string | undefined) => cell?.replaceAll("'", '');
      expect(restored(rows[0]?.[2]), 'an author is still themselves, apostrophes aside').toBe(restored(payload));
    }
  });

  test('are values in the Web Annotations, and lead nowhere but to the web', () => {
    for (const payload of payloads) {
      const text = fileIn('annotations', hostileExport([payload])).text;
      expect(text, payload).not.toContain('<');
      const [annotation] = JSON.parse(text).first.items;
      expect(annotation.target.source, payload).toMatch(/^(?:https?:\/\/|urn:standpoint:)/);
      expect(annotation.target.selector.exact.startsWith(payload)).toBe(true);
    }
  });

  test('make no harmful name of a file', () => {
    for (const payload of payloads) expect(fileIn('csv', hostileExport([payload])).name).toMatch(/^standpoint-[\p{L}\p{N}-]{1,60}\.csv$/u);
  });

  test('open again as words, or are refused where an address or a time must stand', () => {
    for (const payload of payloads) {
      const timeless = hostileExport([payload]);
      for (const comment of [timeless.thread.opening, ...timeless.thread.comments]) if (comment) comment.time = null;
      if (payload === '') continue;
      expect(openExport(JSON.stringify(timeless), schema), payload).toHaveProperty('file');
      expect(openExport(JSON.stringify(hostileExport([payload])), schema), payload).toHaveProperty(
        'refusal.pointer',
        '/thread/opening/time',
      );
      const [comment] = timeless.thread.comments;
      if (comment) comment.permalink = payload;
      if (!/^https?:\/\//.test(payload)) expect(openExport(JSON.stringify(timeless), schema)).toHaveProperty('refusal');
    }
  });

  test('are no address of the web unless they are one', () => {
    for (const payload of payloads) {
      const address = webAddress(payload);
      if (address !== null) expect(new URL(address).protocol, payload).toMatch(/^https?:$/);
    }
  });
});
