import { applyThresholds, DEFAULT_PRECISION, lastAnalysis, thresholdFor, type Verdict } from '../stance/index.ts';
import { createTransformerModel, type Parts, scorePair } from '../stance/transformer/index.ts';
import { type Comment, type Thread, UNKNOWN_COMMENT } from '../thread/index.ts';
import { explainPair, explainThread } from './explain.ts';

type Line = Record<string, unknown>;

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const isObject = (value: unknown): value is Line => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The answer to one line of the `stance` command: to a pair `{id, target, text, op?}` or to a whole `{id, thread}`; with `explain`, also why,
 * for a person to read. Rejects with what is wrong with the line.
 */
export async function answer(parts: Parts, line: unknown, explain = false): Promise<Line> {
  if (!isObject(line)) throw new Error('The line is not a JSON object.');
  return line.thread === undefined ? answerPair(parts, line, explain) : answerThread(parts, line, explain);
}

async function answerPair(parts: Parts, line: Line, explain: boolean): Promise<Line> {
  const target = textOf(line.target);
  const text = textOf(line.text);
  if (target === null || text === null) throw new Error('The line holds neither the texts "target" and "text" nor a "thread".');
  const pair = { target, text, op: textOf(line.op) };
  const { best: stance, probabilities, thresholds } = await scorePair(parts, pair);
  const confidence = probabilities[stance] ?? 0;
  const shown = confidence >= thresholdFor(thresholds, stance, DEFAULT_PRECISION);
  const answer = { id: line.id, stance, confidence, probabilities, shown, evidence: [] };
  return explain ? { ...answer, explained: await explainPair(parts, pair) } : answer;
}

async function answerThread(parts: Parts, { id, thread }: Line, explain: boolean): Promise<Line> {
  if (!isObject(thread) || !Array.isArray(thread.comments)) throw new Error('The "thread" holds no list of "comments".');
  const read = threadFromLine(thread, thread.comments);
  const { verdicts } = applyThresholds(await lastAnalysis(createTransformerModel(parts), read), DEFAULT_PRECISION);
  const brief = ({ stance, best, confidence }: Verdict) => ({ stance: best ?? stance, confidence, shown: stance === best });
  const told = Object.fromEntries(
    Object.entries(verdicts).map(([id, { opening, parent }]) => [id, { op: brief(opening), parent: brief(parent ?? opening) }]),
  );
  return explain ? { id, verdicts: told, explained: await explainThread(parts, read) } : { id, verdicts: told };
}

function threadFromLine(thread: Line, comments: unknown[]): Thread {
  const opening = isObject(thread.opening) ? thread.opening : {};
  const comment = (value: unknown): Comment => {
    if (!isObject(value) || value.id === undefined || textOf(value.text) === null)
      throw new Error('A comment of the thread has no "id" or no "text".');
    const parent = value.parent === undefined || value.parent === null ? null : String(value.parent);
    return { ...UNKNOWN_COMMENT, id: String(value.id), parent, author: textOf(value.author), text: value.text as string };
  };
  return {
    platform: 'stdin',
    url: '',
    title: textOf(thread.title) ?? '',
    opening: { ...UNKNOWN_COMMENT, id: String(opening.id ?? 'opening'), author: textOf(opening.author), text: textOf(opening.text) ?? '' },
    comments: comments.map(comment),
    total: null,
    unreadable: 0,
  };
}
