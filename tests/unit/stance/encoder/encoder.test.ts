// @vitest-environment node
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { packagedEncoder } from '../../../../utils/commands/packagedEncoder.ts';
import type { Encoder } from '../../../../utils/stance/encoder/encoder.ts';
import type { Input } from '../../../../utils/stance/encoder/input.ts';
import { testEncoder } from '../../../fixtures/testEncoder.ts';

const answersOf = async (encoder: Encoder, rows: Input[]) => {
  const answers = [];
  for await (const { opening, parent } of encoder.run(rows)) answers.push({ opening, parent });
  return answers;
};

const COMMENTS = [
  'I agree.',
  'No, that is nonsense, and wrong.',
  'Why?',
  `${'the plan is here and '.repeat(60)} yes`,
  '😀😀',
  '\u0001\u0002',
];

test('a comment is answered the same alone and in company, whatever that company is', async () => {
  const { encoder, inputOf } = await testEncoder();
  const rows = COMMENTS.map((comment, index) => inputOf({ post: ['A plan', 'We do it.'], parent: index % 2 ? 'Never.' : '', comment }));
  const together = await answersOf(encoder, rows);
  expect(await answersOf(encoder, rows.toReversed())).toEqual(together.toReversed());
  for (const [index, row] of rows.entries()) expect(await answersOf(encoder, [row])).toEqual([together[index]]);
});

test('what answers the opening post has no answer towards a parent', async () => {
  const { encoder, inputOf } = await testEncoder();
  const [first, reply] = await answersOf(encoder, [
    inputOf({ post: ['A plan'], parent: '', comment: 'I agree.' }),
    inputOf({ post: ['A plan'], parent: 'We do it.', comment: 'I agree.' }),
  ]);
  expect(first?.parent).toBeNull();
  expect(reply?.parent).toHaveLength(4);
  expect(first?.opening).toHaveLength(4);
});

test('it stops between two comments once nobody waits for the rest', async () => {
  const { encoder, inputOf } = await testEncoder();
  const rows = COMMENTS.map((comment) => inputOf({ post: ['A plan'], parent: '', comment }));
  const control = new AbortController();
  let heard = 0;
  for await (const _ of encoder.run(rows, control.signal)) if (++heard === 2) control.abort();
  expect(heard).toBe(2);
});

const folders: string[] = [];
afterEach(() => Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true }))));

async function brokenPackage(break_: (folder: string) => Promise<void>) {
  const folder = await mkdtemp(join(tmpdir(), 'encoder-'));
  folders.push(folder);
  await cp(join(import.meta.dirname, '../../../fixtures/encoder'), folder, { recursive: true });
  await break_(folder);
  return packagedEncoder(folder);
}

test('a file that is missing is told from one that is damaged, and from a graph that is none', async () => {
  await expect(brokenPackage((folder) => rm(join(folder, 'stance.onnx')))).rejects.toThrow('missing');
  await expect(brokenPackage((folder) => rm(join(folder, 'stance.json')))).rejects.toThrow('missing');
  await expect(brokenPackage((folder) => writeFile(join(folder, 'stance.json'), '{"name":"x"}'))).rejects.toThrow('damaged');
  await expect(
    brokenPackage(async (folder) => {
      const whole = await readFile(join(folder, 'stance.onnx'));
      await writeFile(join(folder, 'stance.onnx'), whole.subarray(0, whole.length / 2));
    }),
  ).rejects.toThrow('damaged');
});

test('a file of another version than its description is refused', async () => {
  await expect(
    brokenPackage(async (folder) => {
      const json = await readFile(join(folder, 'tokenizer.json'), 'utf8');
      await writeFile(join(folder, 'tokenizer.json'), json.replace('"agree"', '"agrea"'));
    }),
  ).rejects.toThrow('damaged');
});
