import type { Comment, Thread } from '../thread.ts';
import { DEFAULT_PRECISION, decide } from './decide.ts';
import { evidenceOf } from './evidence.ts';
import type { Task } from './features.ts';
import { isForeign } from './language.ts';
import { largest, type Model, named, probabilitiesOf } from './model.ts';
import { propositionOf } from './proposition.ts';
import { type Belief, infer, type Node } from './tree.ts';
import type { Analysis, Because, Stance, Verdict } from './verdict.ts';
import { type Words, wordsOf } from './words.ts';

export interface Options {
  /** The reader's own wording of what the thread claims. */
  proposition?: string;
  /** What the reader set by hand, towards the opening post, by comment id. */
  corrections?: Record<string, Stance>;
  /** Of the labels shown, the share that shall be right, 0.7…0.95. */
  precision?: number;
}

/** A verdict on every comment of a thread, from its words and from the reply tree. The same input gives the same verdicts; time grows with the thread's size. */
export function analyze(model: Model, thread: Thread, options: Options = {}): Analysis {
  const proposition = propositionOf(thread, options.proposition);
  const opening = wordsOf(proposition.of === 'reader' ? proposition.text : `${thread.title}\n${thread.opening?.text ?? ''}`);
  const number = new Map(thread.comments.map((comment, at) => [comment.id, at]));
  const words = thread.comments.map((comment) => wordsOf(comment.text));
  const silent = thread.comments.map((comment, at) => silence(model, comment, words[at] as Words));
  const nodes: Node[] = thread.comments.map((comment, at) => {
    const parent = parentOf(comment, thread, number);
    if (silent[at]) return { parent, opening: null, reply: null };
    const own = words[at] as Words;
    const set = options.corrections?.[comment.id];
    return {
      parent,
      opening: set ? certain(model, set) : probabilitiesOf(model, own, opening, 'opening'),
      reply: parent < 0 ? null : probabilitiesOf(model, own, words[parent] as Words, 'reply'),
    };
  });
  const beliefs = infer(nodes, model.tree);
  const verdicts: Analysis['verdicts'] = {};
  thread.comments.forEach((comment, at) => {
    const because = silent[at];
    if (because) {
      verdicts[comment.id] = { opening: unread(because), parent: comment.parent === null ? null : unread(because) };
      return;
    }
    const belief = beliefs[at] as Belief;
    const node = nodes[at] as Node;
    const own = words[at] as Words;
    const towards = (probabilities: Float64Array, alone: Float64Array | null, target: Words, task: Task): Verdict => {
      const best = largest(probabilities);
      return {
        stance: 'unsure',
        best: model.stances[best] as Stance,
        confidence: probabilities[best] as number,
        probabilities: named(model.stances, probabilities),
        evidence: evidenceOf(model, own, target, task, best),
        because: alone && largest(alone) !== best ? 'tree' : 'words',
      };
    };
    const set = options.corrections?.[comment.id];
    const first = towards(belief.opening, node.opening, opening, 'opening');
    const settled: Verdict = set ? { ...first, stance: set, best: set, confidence: 1, because: 'reader', evidence: [] } : first;
    const reply = belief.reply && node.parent >= 0 ? towards(belief.reply, node.reply, words[node.parent] as Words, 'reply') : null;
    verdicts[comment.id] = { opening: settled, parent: reply ?? (comment.parent === null ? null : settled) };
  });
  return decide({ model: model.name, proposition, verdicts, thresholds: model.thresholds }, options.precision ?? DEFAULT_PRECISION);
}

/** −1 where a comment answers the opening post, or one that is not in the page. */
function parentOf(comment: Comment, thread: Thread, number: Map<string, number>): number {
  if (comment.parent === null || comment.parent === thread.opening?.id || comment.parent === comment.id) return -1;
  return number.get(comment.parent) ?? -1;
}

function silence(model: Model, comment: Comment, words: Words): Because | null {
  if (comment.deleted || words.count === 0) return 'empty';
  return isForeign(model.known, comment.text, words) ? 'language' : null;
}

const unread = (because: Because): Verdict => ({ stance: 'unread', best: null, confidence: 0, probabilities: {}, evidence: [], because });

const certain = (model: Model, stance: Stance): Float64Array =>
  Float64Array.from(model.stances, (one) => (one === (stance === 'mixed' ? 'neutral' : stance) ? 0.97 : 0.03 / (model.stances.length - 1)));
