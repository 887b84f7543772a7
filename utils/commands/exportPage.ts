import { existsSync, readFileSync, statSync } from 'node:fs';
import { type Export, exportThread } from '../export/record.ts';
import { readPage } from '../reading/readPage.ts';
import { analyze } from '../stance/analyze.ts';
import { applyThresholds, DEFAULT_PRECISION } from '../stance/applyThresholds.ts';
import { loadModel, type Model } from '../stance/model/classifier.ts';
import { summarize } from '../summary/summarize.ts';
import { openPage } from './openPage.ts';

const inPackage = (path: string) => new URL(`../../${path}`, import.meta.url);

/** The model as the extension ships it. */
export function packagedModel(): Model {
  const { buffer, byteOffset, byteLength } = readFileSync(inPackage('public/stance.bin'));
  return loadModel(buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer);
}

let model: Model | undefined;
const version: string = JSON.parse(readFileSync(inPackage('package.json'), 'utf8')).version;

/** What the extension would export of a saved page. Throws one sentence where there is no file, no thread, or no address. */
export function exportSavedPage(file: string, url?: string): Export {
  if (!existsSync(file)) throw new Error(`There is no file ${file}.`);
  if (!statSync(file).isFile()) throw new Error(`${file} is not a file; name a saved page.`);
  if (url !== undefined && !/^https?:\/\/./.test(url))
    throw new Error(`${url} is not the address of a page; it must begin with http:// or https://.`);
  const page = openPage(file, url);
  try {
    const { document, location } = page.window;
    const reading = readPage(document, location.href, new Date());
    if (!reading) throw new Error(`${file} holds no thread that Standpoint can read.`);
    model ??= packagedModel();
    const analysis = applyThresholds(analyze(model, reading.thread), DEFAULT_PRECISION);
    return exportThread(reading.thread, analysis, summarize(reading.thread, analysis), { version, exportedAt: new Date() });
  } finally {
    page.window.close();
  }
}
