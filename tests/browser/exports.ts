import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Page } from 'puppeteer-core';
import type { Export } from '../../utils/export/record.ts';
import { ROOT } from '../demo/build.ts';
import { downloaded, openPopup, press } from '../demo/reader.ts';
import { inThread, type Reader } from './checks.ts';

const EXPORT = /^Export JSON$/;
const schema = JSON.parse(readFileSync(join(ROOT, 'public/export.schema.json'), 'utf8'));
// Formats are annotations in JSON Schema 2020-12.
const validate = new Ajv2020({ allErrors: true, validateFormats: false, strictTypes: false }).compile(schema);

/** Both ways to an export give the same file. */
export async function checkExports(reader: Reader): Promise<void> {
  const { check, running, forum } = reader;
  await check('the file exported from the popup is the one from the sidebar', () =>
    inThread(reader, forum.demo, async ({ page }) => {
      const fromSidebar = await exportIn(reader, page);
      const popup = await openPopup(running, page);
      const fromPopup = JSON.parse(await downloaded(running, () => press(popup, EXPORT)));
      await popup.close();
      assert.deepEqual(withoutTime(fromPopup), withoutTime(fromSidebar));
    }),
  );
}

/** Presses the export button of the sidebar and reads the file that was saved. */
export async function exportIn({ running }: Reader, page: Page): Promise<Export> {
  return JSON.parse(await downloaded(running, () => press(page, EXPORT)));
}

export function isValidExport(exported: Export): void {
  assert.ok(validate(exported), JSON.stringify(validate.errors, null, 1));
}

export function withoutTime(exported: Export | undefined): Omit<Export, 'exportedAt'> {
  assert.ok(exported, 'there is an export');
  const { exportedAt: _, ...rest } = exported;
  return rest;
}
