import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { SMALL_MODEL } from '../demo/build.ts';
import { openOurs } from '../demo/ownPages.ts';
import type { Reader } from './checks.ts';
import { until } from './until.ts';

/** Chromium's graphics processor made of software, in place of one that the machine may have. */
export const SOFTWARE_PROCESSOR = ['--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader'];

interface Row {
  ids: number[];
  from: number;
  isReply: boolean;
}
interface Answer {
  opening: number[];
  parent: number[] | null;
  features: number[];
}
/** A page of the extension that holds workers of the model by name, and asks them for comments behind which many more wait. */
type Asking = Window & { ask(worker: string, rows: Row[]): Promise<Answer[]> };

/** Answers of a software processor may be so far from WebAssembly's with the small model: sums in another order. */
const ROUNDING = 0.001;
/** From the most that is read to the least; a reply each second. The last ones are those that the two are compared on: short, since software takes its time. */
const LENGTHS = [128, 100, 64, 33, 32, 31, 8, 3, 1];

/** The model in a graphics processor, where there is one, answers as it does in WebAssembly; where there is none, WebAssembly does. */
export async function checkProcessor({ running, installed, check }: Reader): Promise<void> {
  const page = await running.browser.newPage();
  try {
    await openOurs(page, running.popup, 'button');
    await page.evaluate(addWorkers);
    const rows = LENGTHS.map(rowOf);
    const ask = (worker: string) => page.evaluate((worker, rows) => (window as unknown as Asking).ask(worker, rows), worker, rows);
    const expected = await ask('/modelWorker.js');
    if (installed.engine === 'firefox') {
      await check('however many comments wait, they are answered; where there is no WebGPU, by WebAssembly', async () => {
        for (let again = 0; again < 3; again += 1) assertSame(await ask('/modelWorker.js'), expected);
      });
      return;
    }
    await check('a graphics processor answers as WebAssembly does, in the worker of the extension', async () => {
      assert.ok(await hasProcessor(page), 'this Chromium has no software processor (SwiftShader), with which this is tried');
      await until(
        async () => {
          await ask('/modelWorker.js?software');
          return await isChosen(page);
        },
        'the processor is put to work',
        60_000,
      );
      const answers = await ask('/modelWorker.js?software');
      assert.ok(await isChosen(page), 'the processor answered to the end');
      assertSame(answers, expected);
    });
    await check('where the processor breaks down, WebAssembly answers that very comment and those after it', async () => {
      const client = await running.browser.target().createCDPSession();
      await client.send('Browser.crashGpuProcess');
      await until(
        async () => {
          assertSame(await ask('/modelWorker.js?software'), expected);
          return !(await isChosen(page));
        },
        'the processor is put away',
        30_000,
      );
      assert.deepEqual(await ask('/modelWorker.js?software'), expected);
    });
    await check('a processor made of software is left alone unless a test asks for it', async () => {
      for (let again = 0; again < 3; again += 1) assert.deepEqual(await ask('/modelWorker.js'), expected);
    });
  } finally {
    await page.close();
  }
}

function rowOf(length: number, index: number): Row {
  const { vocab } = JSON.parse(readFileSync(join(SMALL_MODEL, 'tokenizer.json'), 'utf8')).model as { vocab: Record<string, number> };
  const pieces = Object.values(vocab);
  const some = (count: number, start: number) => Array.from({ length: count }, (_, i) => pieces[(start + 7 * i) % pieces.length] as number);
  const [cls, sep] = [vocab['[CLS]'] as number, vocab['[SEP]'] as number];
  const isReply = index % 2 === 1;
  const before = [cls, ...some(Math.min(length, 72), index), sep, ...(isReply ? some(Math.min(length, 72), 3 * index) : []), sep];
  return { ids: [...before, ...some(length, 5 * index), sep], from: before.length, isReply };
}

function addWorkers(): void {
  const workers = new Map<string, Worker>();
  (window as unknown as Asking).ask = (address, rows) => {
    const worker = workers.get(address) ?? new Worker(address);
    workers.set(address, worker);
    return new Promise((resolve, reject) => {
      const answers: Answer[] = [];
      worker.onerror = ({ message }) => reject(new Error(message));
      worker.onmessage = ({ data }) => {
        if (!data.scores) reject(new Error(data.failure));
        answers[data.id] = data.scores;
        if (data.id === rows.length - 1) resolve(answers);
      };
      for (const [id, row] of rows.entries()) worker.postMessage({ id, row, behind: 1000 });
    });
  };
}

const hasProcessor = (page: Page) => page.evaluate(async () => Boolean(await navigator.gpu.requestAdapter()));

/** Whether the worker has noted that the processor reads. */
async function isChosen(page: Page): Promise<boolean> {
  const worker = page.workers().find((one) => one.url().endsWith('?software'));
  return Boolean(await worker?.evaluate(() => performance.getEntriesByName('standpoint:webgpu').length > 0));
}

function assertSame(answers: Answer[], expected: Answer[]): void {
  assert.equal(answers.length, expected.length);
  for (const [index, answer] of answers.entries()) assertNear(answer, expected[index] as Answer);
}

function assertNear(answer: Answer, expected: Answer): void {
  assert.equal(answer.parent === null, expected.parent === null);
  const pairs = [
    [answer.opening, expected.opening],
    [answer.parent ?? [], expected.parent ?? []],
    [answer.features, expected.features],
  ] as const;
  for (const [numbers, others] of pairs) {
    assert.equal(numbers.length, others.length);
    for (const [index, number] of numbers.entries())
      assert.ok(Math.abs(number - (others[index] as number)) < ROUNDING, `${number}, ${others[index]}`);
  }
}
