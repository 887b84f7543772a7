// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { exportSavedPage } from '../../../utils/commands/exportPage.ts';
import { fileIn } from '../../../utils/export/formats/index.ts';
import { sessionFrom } from '../../../utils/export/open.ts';
import { exportThread } from '../../../utils/export/record.ts';
import type { Analysis, Verdict } from '../../../utils/stance/verdict.ts';
import { summarize } from '../../../utils/summary/summarize.ts';
import { comment, thread } from '../../fixtures/thread.ts';

const root = join(import.meta.dirname, '../../..');
const pages = join(root, 'utils/reading/platforms');
const validate = new Ajv({ allErrors: true }).compile(JSON.parse(readFileSync(join(root, 'public/export.schema.json'), 'utf8')));
const options = { version: '1.0', exportedAt: new Date('2026-11-01T12:00:00Z') };

function analysisOf(verdicts: Record<string, Partial<Verdict>>): Analysis {
  const whole = (verdict: Partial<Verdict>): Verdict => ({
    stance: 'unsure',
    best: 'neutral',
    confidence: 0.5,
    probabilities: { neutral: 0.5 },
    evidence: [],
    because: 'words',
    ...verdict,
  });
  return {
    model: 'test 1',
    proposition: { text: 'A title', of: 'title', kind: 'claim' },
    verdicts: Object.fromEntries(Object.entries(verdicts).map(([id, verdict]) => [id, { opening: whole(verdict), parent: null }])),
  };
}

describe('the export of every own page', () => {
  test.each(readdirSync(pages).filter((file) => file.endsWith('.html')))('%s fits the schema', async (file) => {
    const exported = await exportSavedPage(join(pages, file));
    expect(validate(JSON.parse(JSON.stringify(exported))), JSON.stringify(validate.errors)).toBe(true);
    const { division } = exported.summary;
    expect(Object.values(division).reduce((sum, count) => sum + count, 0)).toBe(exported.coverage.read);
  });
});

test('the same thread gives the same bytes', async () => {
  const page = join(pages, 'hackernews.html');
  const bytes = async () => JSON.stringify({ ...(await exportSavedPage(page)), exportedAt: '' });
  expect(await bytes()).toBe(await bytes());
});

test('a comment that the model has not read yet is pending in every format, and counted apart', () => {
  const read = thread([comment('1'), comment('2')]);
  const analysis = analysisOf({ 1: { stance: 'support', best: 'support' } });
  const exported = exportThread(read, analysis, summarize(read, analysis), options);
  expect(validate(JSON.parse(JSON.stringify(exported))), JSON.stringify(validate.errors)).toBe(true);
  expect(exported.thread.comments[1]?.stance).toMatchObject({
    opening: { stance: 'pending', best: null, because: 'pending' },
    parent: null,
  });
  expect(exported.summary.division).toMatchObject({ support: 1, unsure: 0, skipped: 0, pending: 1 });
  const textIn = (format: Parameters<typeof fileIn>[0]) => fileIn(format, exported).text;
  expect(textIn('markdown')).toContain('| not read yet | 1 | 50% |');
  expect(textIn('csv')).toMatch(/"2",.*"pending"/);
  expect(JSON.parse(textIn('annotations')).total).toBe(1);
  const { analysis: opened } = sessionFrom(exported);
  expect(Object.keys(opened.verdicts), 'it is still pending where the file is opened again').toEqual(['1']);
});

test('a file that says anything else does not fit the schema', () => {
  const read = thread([comment('1')]);
  const analysis = analysisOf({ 1: {} });
  const exported = () => JSON.parse(fileIn('json', exportThread(read, analysis, summarize(read, analysis), options)).text);
  expect(validate(exported())).toBe(true);
  for (const spoil of [
    (file: ReturnType<typeof exported>) => delete file.thread.title,
    (file: ReturnType<typeof exported>) => Object.assign(file, { extra: 1 }),
    (file: ReturnType<typeof exported>) => Object.assign(file.thread.comments[0], { permalink: 'javascript:alert(1)' }),
    (file: ReturnType<typeof exported>) => Object.assign(file.thread.comments[0].stance.opening, { confidence: 2 }),
    (file: ReturnType<typeof exported>) => Object.assign(file.summary.division, { support: -1 }),
  ]) {
    const file = exported();
    spoil(file);
    expect(validate(file)).toBe(false);
  }
});

test('people can be left out: the same person has the same number everywhere', () => {
  const read = thread([comment('1', { author: 'amber' }), comment('2', { author: 'birch' }), comment('3', { author: 'amber' })], {
    opening: comment('opening', { author: 'birch' }),
  });
  const analysis = analysisOf({});
  const exported = exportThread(read, analysis, summarize(read, analysis), { ...options, pseudonyms: true });
  expect([exported.thread.opening, ...exported.thread.comments].map((one) => one?.author)).toEqual([
    'Person 1',
    'Person 2',
    'Person 1',
    'Person 2',
  ]);
  expect(JSON.stringify(exported)).not.toContain('amber');
});

test('what the reader set is marked as theirs', () => {
  const read = thread([comment('1'), comment('2')]);
  const analysis = analysisOf({ 1: { because: 'reader', stance: 'oppose' }, 2: {} });
  const { comments } = exportThread(read, analysis, summarize(read, analysis), options).thread;
  expect(comments.map(({ stance }) => stance.opening.setBy)).toEqual(['reader', 'model']);
});

test('the file is named after the thread, whatever its title holds', () => {
  const name = (title: string) => {
    const analysis = analysisOf({});
    const read = thread([], { title });
    return fileIn('json', exportThread(read, analysis, summarize(read, analysis), options)).name;
  };
  expect(name('Why is mending still seen as being poor?')).toBe('standpoint-why-is-mending-still-seen-as-being-poor.json');
  expect(name('../../etc/passwd')).toBe('standpoint-etc-passwd.json');
  expect(name('???')).toBe('standpoint-test.json');
});
