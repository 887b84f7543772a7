import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Export } from '../../utils/export/record.ts';
import { ROOT, SMALL_MODEL } from '../demo/build.ts';

/** `npm run thread -- --batch`, kept open so that each page is read at the moment at which the browser reads it. */
export interface Command {
  read(page: { file: string; url: string }): Promise<Export>;
  close(): void;
}

export function openCommand(): Command {
  const child = spawn(process.execPath, [join(ROOT, 'utils/commands/thread.ts'), '--batch'], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, STANDPOINT_MODEL: SMALL_MODEL },
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async read(page) {
      child.stdin.write(`${JSON.stringify(page)}\n`);
      const { value, done } = await lines.next();
      if (done) throw new Error('The command ended before it had answered.');
      const answer: { export?: Export; error?: string } = JSON.parse(value);
      if (!answer.export) throw new Error(`The command says of ${page.file}: ${answer.error}`);
      return answer.export;
    },
    close: () => child.stdin.end(),
  };
}
