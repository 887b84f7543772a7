import { existsSync, readFileSync, statSync } from 'node:fs';
import { type Export, exportThread } from '../export/record.ts';
import { readPage } from '../reading/index.ts';
import { applyThresholds, DEFAULT_PRECISION, lastAnalysis } from '../stance/index.ts';
import { createTransformerModel } from '../stance/transformer/index.ts';
import { summarize } from '../summary/index.ts';
import { openPageText } from './openPage.ts';
import { commandEncoder } from './packagedEncoder.ts';

const inPackage = (path: string) => new URL(`../../${path}`, import.meta.url);

const version: string = JSON.parse(readFileSync(inPackage('package.json'), 'utf8')).version;

/** What the extension would export of a saved page. Rejects with one sentence where there is no file, no thread, or no address. */
export async function exportSavedPage(file: string, url?: string): Promise<Export> {
  if (!existsSync(file)) throw new Error(`There is no file ${file}.`);
  if (!statSync(file).isFile()) throw new Error(`${file} is not a file; name a saved page.`);
  return exportPage(readFileSync(file), file, url);
}

/** The same of a page's own text; `name` is what it is called where it holds no thread, and where it names no address itself. */
export async function exportPage(html: Uint8Array | string, name: string, url?: string): Promise<Export> {
  if (url !== undefined && !/^https?:\/\/./.test(url))
    throw new Error(`${url} is not the address of a page; it must begin with http:// or https://.`);
  const page = openPageText(html, name, url);
  try {
    const { document, location } = page.window;
    const reading = readPage(document, location.href, new Date());
    if (!reading) throw new Error(`${name} holds no thread that Standpoint can read.`);
    const model = createTransformerModel(await commandEncoder());
    const analysis = applyThresholds(await lastAnalysis(model, reading.thread), DEFAULT_PRECISION);
    return exportThread(reading.thread, analysis, summarize(reading.thread, analysis), { version, exportedAt: new Date() });
  } finally {
    page.window.close();
  }
}
