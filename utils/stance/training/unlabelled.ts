import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { linesOf } from './lines.ts';

/** Somebody's words and the words that answer them, without a label. */
export interface Answer {
  target: string;
  text: string;
  /** How many quotes the post answers one by one. */
  quotes: number;
}

type Part = [own: string] | [quoted: string, of: number | string | null];
interface ForumThread {
  source: string;
  title: string;
  op: string;
  posts: { id: number | string; parent: number | string | null; parts: Part[] }[];
}

/** The folder of unlabelled threads: `STANDPOINT_TEXT`, or the one beside the repository; `null` where there is none. */
export function textFolder(): string | null {
  const folder = process.env.STANDPOINT_TEXT ?? join(import.meta.dirname, '../../../../shared/text');
  return existsSync(folder) ? folder : null;
}

/** Every quote with the words that follow it, and every post without quotes with the post it answers; threads named in `without` (by the id of any post) are passed over. */
export async function* answersIn(folder: string, without: ReadonlySet<string>): AsyncGenerator<Answer> {
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl.xz'))
    .sort()) {
    const { stdout } = spawn('xz', ['-dc', join(folder, file)], { stdio: ['ignore', 'pipe', 'inherit'] });
    for await (const line of linesOf(stdout)) {
      const thread = JSON.parse(line) as ForumThread;
      if (!thread.posts.some((post) => without.has(String(post.id)))) yield* answersOf(thread);
    }
  }
}

function* answersOf(thread: ForumThread): Generator<Answer> {
  const own = new Map(thread.posts.map((post) => [String(post.id), post.parts.filter((part) => part.length === 1).join('\n')]));
  for (const { parent, parts } of thread.posts) {
    const quotes = parts.filter((part) => part.length === 2).length;
    for (let at = 1; at < parts.length; at++) {
      const [quoted, said] = [parts[at - 1], parts[at]];
      if (quoted?.length === 2 && said?.length === 1) yield { target: quoted[0], text: said[0], quotes };
    }
    if (quotes === 0 && parts[0]) yield { target: own.get(String(parent)) ?? `${thread.title}\n${thread.op}`, text: parts[0][0], quotes };
  }
}
