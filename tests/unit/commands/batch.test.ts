// @vitest-environment node
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const folder = join(root, 'utils/reading/platforms');
const pages = readdirSync(folder)
  .filter((file) => file.endsWith('.html'))
  .map((file) => join(folder, file));

/** Our pages again and again; with `STANDPOINT_BATCH=5000` as many as a machine reads in a few minutes. */
const COUNT = Number(process.env.STANDPOINT_BATCH ?? 150);
const MEGABYTE = 1024;

/** The memory a process holds, in kilobytes; `null` where the system does not say. */
function memoryOf({ pid }: ChildProcessByStdio<Writable, Readable, null>): number | null {
  const status = `/proc/${pid}/status`;
  return existsSync(status) ? Number(/VmRSS:\s+(\d+)/.exec(readFileSync(status, 'utf8'))?.[1] ?? 0) : null;
}

/** The thread that a page of ours belongs to, as it stands beside the page. */
const addressOf = (file: string): string => JSON.parse(readFileSync(file.replace(/html$/, 'json'), 'utf8')).url;

test(
  `${COUNT} lines are answered in order, each for itself, with flat memory`,
  async () => {
    const lines = Array.from({ length: COUNT }, (_, index) => {
      if (index % 50 === 17) return { request: 'no JSON', file: null };
      if (index % 50 === 33) return { request: JSON.stringify({ file: `missing-${index}.html` }), file: `missing-${index}.html` };
      const file = pages[index % pages.length] as string;
      return { request: JSON.stringify({ file, url: addressOf(file) }), file };
    });
    const child = spawn(process.execPath, [join(root, 'utils/commands/thread.ts'), '--batch'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const memory: number[] = [];
    let answered = 0;
    child.stdin.end(`${lines.map(({ request }) => request).join('\n')}\n`);
    for await (const line of createInterface({ input: child.stdout })) {
      const answer = JSON.parse(line);
      const { file } = lines[answered] ?? {};
      expect(answer.file).toBe(file);
      if (file && !file.startsWith('missing')) expect(answer.export?.thread.url, line.slice(0, 200)).toBe(addressOf(file));
      else expect(answer.error).toMatch(/^\S.*\.$/);
      answered += 1;
      const held = answered % 10 === 0 ? memoryOf(child) : null;
      if (held !== null) memory.push(held);
    }
    expect(answered).toBe(COUNT);
    const [middle, end] = [memory.slice(memory.length / 3, (2 * memory.length) / 3), memory.slice((2 * memory.length) / 3)];
    if (memory.length > 0) expect(Math.max(...end)).toBeLessThan(1.25 * Math.max(...middle) + 60 * MEGABYTE);
  },
  COUNT * 200 + 30_000,
);
