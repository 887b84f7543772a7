import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { pairPostOf, postTextOf } from '../postText.ts';
import type { Stance } from '../verdict.ts';
import { type LabelledThread, readPairs, readThreads } from './dataset.ts';
import { declarationsOf } from './declarations.ts';
import { isHeldOut } from './holdOut.ts';
import { plainThreads } from './syntheticThreads.ts';

/** One comment to train on: the parts of its input as the product makes them, and a distribution over the four stances per head. */
interface TrainingRow {
  set: string;
  thread: string;
  id: string;
  author: string | null;
  parentId: string | null;
  post: readonly string[];
  parent: string;
  text: string;
  labels: { opening?: Stance; parent?: Stance; public?: { head: string; label: Stance } };
  sure: boolean;
  /** Kept aside: no weight may be learned from it. */
  heldOut: boolean;
}

/** The sets beside our own threads, and the head that learns each one's way of labelling. */
const PUBLIC: Record<string, string> = { debagreement: 'deb', cmv_modes: 'deb', iac_v1_qr: 'iac', rumoureval19: 'rum' };
/** Sets of our own words, from which nothing is kept aside. */
const OURS = new Set(['plain', 'declared']);
/** Every set that something is learned from; the model card names them all. */
export const SETS = ['threads', ...Object.keys(PUBLIC), ...OURS];
/** Marks the place of a link post's missing text in the labelled threads. */
const NO_TEXT = /^\(link post/;

function* threadRows(thread: LabelledThread, set: string): Generator<Omit<TrainingRow, 'heldOut'>> {
  const post = postTextOf(thread.title, NO_TEXT.test(thread.op) ? '' : thread.op);
  for (const comment of thread.comments) {
    const answersPost = !comment.parent || comment.parent_text === thread.op;
    const parent = answersPost ? '' : (comment.parent_text ?? '');
    const { op, parent: towardsParent, sure } = comment.stance;
    yield {
      set,
      thread: thread.thread,
      id: String(comment.id),
      author: comment.author ?? null,
      parentId: answersPost ? null : String(comment.parent),
      post,
      parent,
      text: comment.text,
      labels: { opening: op, ...(parent && { parent: towardsParent }) },
      sure: sure !== 0,
    };
  }
}

function* publicRows(folder: string): Generator<Omit<TrainingRow, 'heldOut'>> {
  for (const [set, head] of Object.entries(PUBLIC)) {
    for (const [index, pair] of readPairs(folder, set).entries()) {
      const label = pair.label;
      yield {
        set,
        thread: pair.thread,
        id: `${set} ${index}`,
        author: null,
        parentId: null,
        post: pairPostOf(pair.about ?? ''),
        parent: pair.target,
        text: pair.text,
        labels: { public: { head, label }, ...(set === 'debagreement' && { parent: label }) },
        sure: true,
      };
    }
  }
}

/** How many plain declarations every claim to learn from gets, half of them under the post and half under one of its comments. */
const DECLARATIONS_EACH = 6;

function* declaredRows(threads: readonly LabelledThread[]): Generator<Omit<TrainingRow, 'heldOut'>> {
  const stances = ['support', 'oppose', 'neutral', 'support', 'oppose', 'question'] as const;
  const said = Object.fromEntries(stances.map((stance, index) => [stance, declarationsOf(stance, index)]));
  let number = 0;
  for (const thread of threads) {
    if (/^none\b/i.test(thread.proposition.trim()) || isHeldOut(thread.thread)) continue;
    const post = postTextOf(thread.title, NO_TEXT.test(thread.op) ? '' : thread.op);
    for (let turn = 0; turn < DECLARATIONS_EACH; turn++, number++) {
      const stance = stances[(number + Math.floor(number / stances.length)) % stances.length] as (typeof stances)[number];
      const parent = turn % 2 ? (thread.comments[number % thread.comments.length]?.text ?? '') : '';
      const text = said[stance]?.next().value as string;
      const labels = parent ? { parent: stance } : { opening: stance };
      yield {
        set: 'declared',
        thread: thread.thread,
        id: `declared ${number}`,
        author: null,
        parentId: null,
        post,
        parent,
        text,
        labels,
        sure: true,
      };
    }
  }
}

/** Writes what the encoder is fine-tuned on, one JSON object a line; returns how many. */
export async function writeRows(folder: string, file: string): Promise<number> {
  const threads = readThreads(folder);
  const out = createWriteStream(file);
  let count = 0;
  const write = (row: Omit<TrainingRow, 'heldOut'>) => {
    const heldOut = isHeldOut(row.thread) && !OURS.has(row.set);
    out.write(`${JSON.stringify({ ...row, heldOut })}\n`);
    count++;
  };
  for (const thread of threads) for (const row of threadRows(thread, 'threads')) write(row);
  for (const thread of plainThreads()) for (const row of threadRows(thread, 'plain')) write(row);
  for (const row of declaredRows(threads)) write(row);
  for (const row of publicRows(folder)) write(row);
  out.end();
  await finished(out);
  return count;
}
