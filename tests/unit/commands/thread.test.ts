// @vitest-environment node
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
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
