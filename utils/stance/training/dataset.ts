import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Stance } from '../verdict.ts';

/** Whether a pair's target is the post that a thread began with, or one of its comments. */
type Task = 'opening' | 'reply';

/** A labelled pair: where `text` stands towards `target`. */
export interface Pair {
  source: string;
  thread: string;
  task: Task;
  target: string;
  text: string;
  /** Title or opening post, where the target is another comment. */
  about: string | null;
  label: Stance;
}

/** A comment of a labelled thread; `op` is where it stands towards the opening post, `sure` whether its reader was. */
export interface LabelledComment {
  id: string;
  author?: string | null;
  parent?: string | null;
  parent_text?: string;
  text: string;
  quotes?: { text: string; of: string | number | null }[];
  stance: { op: Stance; parent: Stance; sure: 0 | 1 };
}

/** A thread whose comments people have labelled, as its file holds it. */
export interface LabelledThread {
  thread: string;
  kind: string;
  title: string;
  op: string;
  proposition: string;
  comments: LabelledComment[];
}

interface Row {
  source: string;
  kind: 'reply' | 'topic' | 'claim';
  target: string;
  text: string;
  label: string;
  thread: string;
  lang: string;
  towards?: string;
  op?: string | null;
}

/** The folder of labelled sets: `STANDPOINT_STANCE`, or the one beside the repository. Ends the program with one sentence if it is missing. */
export function dataFolder(): string {
  const folder = process.env.STANDPOINT_STANCE ?? new URL('../../../../shared/stance', import.meta.url).pathname;
  if (!existsSync(`${folder}/threads.json.gz`)) {
    console.error(`No training data in ${folder}: set STANDPOINT_STANCE to the folder that holds threads.json.gz.`);
    process.exit(1);
  }
  return folder;
}

const unpack = (file: string) => gunzipSync(readFileSync(file)).toString('utf8');

/** All labelled threads of a folder: every `threads*.json.gz`, in the order of their names. */
export const readThreads = (folder: string): LabelledThread[] =>
  readdirSync(folder)
    .filter((file) => /^threads.*\.json\.gz$/.test(file))
    .sort()
    .flatMap((file): LabelledThread[] => JSON.parse(unpack(`${folder}/${file}`)));

const NAMES: Record<string, Stance> = { support: 'support', oppose: 'oppose', neutral: 'neutral', comment: 'neutral', query: 'question' };

/** The rows of one set, labels in our words. A set that is not there gives none. */
export function readPairs(folder: string, set: string): Pair[] {
  const file = `${folder}/${set}.jsonl.gz`;
  if (!existsSync(file)) return [];
  return unpack(file)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line.replace(/: NaN\b/g, ': null')) as Row)
    .map((row) => ({
      source: row.source,
      thread: String(row.thread),
      task: taskOf(row),
      target: String(row.target ?? ''),
      text: row.text,
      about: taskOf(row) === 'reply' && row.op ? String(row.op) : null,
      label: NAMES[row.label] ?? 'neutral',
    }));
}

/** The sets whose comments answer a whole post stand towards the opening; the rest answer one comment. */
const taskOf = (row: Row): Task => (row.source === 'aitah' || row.kind === 'topic' ? 'opening' : 'reply');
