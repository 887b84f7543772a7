// @vitest-environment node
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const page = join(root, 'utils/reading/platforms/hackernews.html');

function thread(args: string[], input = '') {
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(root, 'utils/commands/thread.ts'), ...args], {
    input,
    encoding: 'utf8',
  });
  return { stdout, stderr, status };
}

test('a saved page is printed as its export', () => {
  const { stdout, status } = thread([page, '--url', 'https://news.ycombinator.com/item?id=7']);
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    format: 'standpoint-thread',
    thread: { platform: 'hackernews', url: 'https://news.ycombinator.com/item?id=7' },
  });
});

test('a page that no platform knows is read by its repetition, and the export says so', () => {
  const { stdout, status } = thread([join(root, 'tests/demo/served/unknown.html'), '--url', 'https://oakfold.example/bell']);
  expect(status).toBe(0);
  const exported = JSON.parse(stdout);
  expect(exported.thread).toMatchObject({ platform: 'generic', opening: { id: 'entry-501', author: 'maud' } });
  expect(exported.thread.comments).toHaveLength(5);
});

test.each([
  [['no-such-file.html'], 'There is no file no-such-file.html.'],
  [[root], 'is not a file'],
  [[join(root, 'package.json')], 'holds no thread that Standpoint can read.'],
  [[join(root, 'tests/demo/served/notice.html')], 'holds no thread that Standpoint can read.'],
  [[page, '--url', 'nonsense'], 'is not the address of a page'],
  [[], 'Usage:'],
])('bad input gets one sentence: %j', (args, sentence) => {
  const { stdout, stderr, status } = thread(args);
  expect(stderr).toContain(sentence);
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect(stdout).toBe('');
  expect(status).toBe(1);
});

test('in a batch every line is answered in order, and a bad one does not stop the rest', () => {
  const lines = [
    JSON.stringify({ file: page }),
    'nonsense',
    JSON.stringify({ file: 'nowhere.html' }),
    '{"url":"https://a.example/"}',
    JSON.stringify({ file: page, url: 'https://a.example/' }),
  ];
  const { stdout, status } = thread(['--batch'], `${lines.join('\n')}\n`);
  const answers = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(status).toBe(0);
  expect(answers.map(({ file, error, export: found }) => [file, error ? 'error' : found.thread.comments.length])).toEqual([
    [page, 18],
    [null, 'error'],
    ['nowhere.html', 'error'],
    [null, 'error'],
    [page, 18],
  ]);
});

test('a line may hold the page itself, and a key, which is handed back as it came', () => {
  const html = readFileSync(page, 'utf8');
  const lines = [
    { key: 7, html, url: 'https://news.ycombinator.com/item?id=7' },
    { key: { day: 3 }, file: page },
    { key: 'none', html: '<p>Nothing to discuss.</p>' },
    { key: null, html, file: page },
    { key: 'odd', html: 5 },
  ];
  // The last line has no end, as some engines leave it.
  const { stdout, status } = thread(['--batch'], lines.map((line) => JSON.stringify(line)).join('\r\n'));
  const answers = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(status).toBe(0);
  expect(answers.map(({ key }) => key)).toEqual([7, { day: 3 }, 'none', null, 'odd']);
  expect(answers.map(({ export: found }) => found?.thread.comments.length)).toEqual([18, 18, undefined, undefined, undefined]);
  expect(answers[0]).not.toHaveProperty('file');
  expect(answers[0].export.thread).toEqual(JSON.parse(thread([page, '--url', 'https://news.ycombinator.com/item?id=7']).stdout).thread);
  expect(answers[2].error).toBe('This page holds no thread that Standpoint can read.');
  expect(answers[3].error).toContain('or {"html"');
});

test('an answer is there before the next line is written, so that an engine may wait for each', async () => {
  const child = spawn(process.execPath, [join(root, 'utils/commands/thread.ts'), '--batch'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  for (const key of ['first', 'second']) {
    child.stdin.write(`${JSON.stringify({ key, file: page })}\n`);
    expect(JSON.parse((await answers.next()).value ?? '')).toMatchObject({ key, file: page, export: { format: 'standpoint-thread' } });
  }
  child.stdin.end();
  expect((await answers.next()).done).toBe(true);
});
