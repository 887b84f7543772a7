import { analyze } from '../stance/analyze.ts';
import { applyThresholds, DEFAULT_PRECISION, thresholdFor } from '../stance/applyThresholds.ts';
import { type Model, scorePair } from '../stance/model/classifier.ts';
import type { Verdict } from '../stance/verdict.ts';
import type { Comment, Thread } from '../thread/thread.ts';

type Line = Record<string, unknown>;

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const isObject = (value: unknown): value is Line => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The answer to one line of the `stance` command: to a pair `{id, target, text, op?}` or to a whole `{id, thread}`. Throws what is wrong with the line. */
export function answer(model: Model, line: unknown): Line {
  if (!isObject(line)) throw new Error('The line is not a JSON object.');
  return line.thread === undefined ? answerPair(model, line) : { id: line.id, verdicts: answerThread(model, line.thread) };
}

function answerPair(model: Model, line: Line): Line {
  const target = textOf(line.target);
  const text = textOf(line.text);
  if (target === null || text === null) throw new Error('The line holds neither the texts "target" and "text" nor a "thread".');
  const { best: stance, probabilities, evidence, thresholds } = scorePair(model, { target, text, op: textOf(line.op) });
  const confidence = probabilities[stance] ?? 0;
  const shown = confidence >= thresholdFor(thresholds, stance, DEFAULT_PRECISION);
  return { id: line.id, stance, confidence, probabilities, shown, evidence };
}

function answerThread(model: Model, thread: unknown): Line {
  if (!isObject(thread) || !Array.isArray(thread.comments)) throw new Error('The "thread" holds no list of "comments".');
  const { verdicts } = applyThresholds(analyze(model, threadOf(thread, thread.comments)), DEFAULT_PRECISION);
  const brief = ({ stance, best, confidence }: Verdict) => ({ stance: best ?? stance, confidence, shown: stance === best });
  return Object.fromEntries(
    Object.entries(verdicts).map(([id, { opening, parent }]) => [id, { op: brief(opening), parent: brief(parent ?? opening) }]),
  );
}

const EMPTY: Omit<Comment, 'id'> = {
  parent: null,
  author: null,
  text: '',
  quotes: [],
  time: null,
  score: null,
  permalink: null,
  deleted: false,
};

function threadOf(thread: Line, comments: unknown[]): Thread {
  const opening = isObject(thread.opening) ? thread.opening : {};
  const comment = (value: unknown): Comment => {
    if (!isObject(value) || value.id === undefined || textOf(value.text) === null)
      throw new Error('A comment of the thread has no "id" or no "text".');
    const parent = value.parent === undefined || value.parent === null ? null : String(value.parent);
    return { ...EMPTY, id: String(value.id), parent, author: textOf(value.author), text: value.text as string };
  };
  return {
    platform: 'stdin',
    url: '',
    title: textOf(thread.title) ?? '',
    opening: { ...EMPTY, id: String(opening.id ?? 'opening'), author: textOf(opening.author), text: textOf(opening.text) ?? '' },
    comments: comments.map(comment),
    total: null,
    unreadable: 0,
  };
}
