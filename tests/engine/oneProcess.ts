import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ROOT } from '../demo/build.ts';

const MEGABYTE = 1024;

/** What one process answers to all lines, and how long it takes. Fails where it holds more memory at the end than in the middle. */
export async function inOneProcess(input: string): Promise<{ text: string; seconds: number }> {
  const start = performance.now();
  const child = spawn(process.execPath, [join(ROOT, 'utils/commands/thread.ts'), '--batch'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => child.on('close', resolve));
  child.stdin.end(input);
  const answers: string[] = [];
  const memory: number[] = [];
  for await (const answer of createInterface({ input: child.stdout })) {
    answers.push(answer);
    if (answers.length % 10 === 0) memory.push(memoryOf(child.pid));
  }
  assert.equal(await ended, 0);
  const [middle, end] = [memory.slice(memory.length / 3, (2 * memory.length) / 3), memory.slice((2 * memory.length) / 3)];
  const [usual, last] = [Math.max(...middle), Math.max(...end)];
  assert.ok(!(last > 1.25 * usual + 60 * MEGABYTE), `${usual} kB in the middle, ${last} kB at the end`);
  return { text: answers.join('\n'), seconds: (performance.now() - start) / 1000 };
}

/** In kilobytes; 0 where the system does not say, or the process has just ended. */
function memoryOf(pid?: number): number {
  const status = `/proc/${pid}/status`;
  return existsSync(status) ? Number(/VmRSS:\s+(\d+)/.exec(readFileSync(status, 'utf8'))?.[1] ?? 0) : 0;
}
