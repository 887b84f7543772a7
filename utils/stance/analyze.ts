import { displayName } from '../thread/authors.ts';
import type { Comment, Thread } from '../thread/thread.ts';
import { taught } from './adapt.ts';
import { type Model, named, readingOf, standingOut, type Target, targetOf } from './model/classifier.ts';
import { evidenceOf } from './model/evidence.ts';
import { isForeign } from './model/language.ts';
import { type Belief, infer, type Node } from './model/replyInference.ts';
import { type Words, wordsOf } from './model/tokens.ts';
import type { AnalyzeOptions } from './model.ts';
import { askingOf } from './openQuestion.ts';
import { propositionOf } from './proposition.ts';
import type { Because, RawAnalysis, RawVerdict, Stance } from './verdict.ts';

/**
 * A verdict on every comment of a thread, from its words and from the reply tree, before thresholds. The same input gives the same verdicts;
 * time grows with the size of the thread.
 */
export function analyze(trained: Model, thread: Thread, options: AnalyzeOptions = {}): RawAnalysis {
  const model = options.lesson ? taught(trained, options.lesson) : trained;
  const reader = options.corrections?.proposition?.trim();
  const post = reader ? { title: reader, text: '' } : { title: thread.title, text: thread.opening?.text ?? '' };
  const asking = reader ? 0 : askingOf(model.asking, post.title, post.text);
  const proposition = propositionOf(thread, asking, reader);
  const title = wordsOf(post.title);
  const whole = wordsOf(`${post.title}\n${post.text}`);
  const opening = targetOf(model, 'opening', whole);
  const remote = targetOf(model, 'remote', whole);
  const number = new Map(thread.comments.map((comment, at) => [comment.id, at]));
  const words = thread.comments.map((comment) => wordsOf(comment.text));
  const silent = thread.comments.map((comment, at) => silence(model, comment, words[at] as Words, options.languages?.[comment.id]));
  const parents = thread.comments.map((comment) => parentOf(comment, thread, number));
  const targets = new Map<number, Target>();
  const targetAt = (at: number) => {
    const known = targets.get(at) ?? targetOf(model, 'reply', words[at] as Words, title);
    targets.set(at, known);
    return known;
  };
  const authors = new Map<string, number>();
  const authorOf = (author: string | null) => {
    if (author === null) return -1;
    if (!authors.has(author)) authors.set(author, authors.size);
    return authors.get(author) as number;
  };
  const readings = thread.comments.map((_, at) => {
    if (silent[at]) return null;
    const parent = parents[at] as number;
    const own = words[at] as Words;
    if (parent < 0) return { opening: readingOf(model, own, opening), reply: null };
    return { opening: readingOf(model, own, remote), reply: readingOf(model, own, targetAt(parent)) };
  });
  const setBy = options.corrections?.stances ?? {};
  // Ids are the page's choice, and may be words that mean something to the language.
  const setOn = (id: string): Stance | undefined => (Object.hasOwn(setBy, id) ? setBy[id] : undefined);
  const nodes = thread.comments.map((comment, at): Node => {
    const set = setOn(comment.id);
    return {
      parent: parents[at] as number,
      author: authorOf(displayName(comment)),
      size: words[at]?.count ?? 0,
      opening: readings[at]?.opening.probabilities ?? null,
      reply: readings[at]?.reply?.probabilities ?? null,
      set: set ? numberOf(model, set) : null,
    };
  });
  const beliefs = infer({ nodes, asking }, model.tree);
  // Without a prototype: ids are the page's choice, and may be words that mean something to the language.
  const verdicts: RawAnalysis['verdicts'] = Object.create(null);
  thread.comments.forEach((comment, at) => {
    const because = silent[at];
    const set = setOn(comment.id);
    const belief = beliefs[at] as Belief;
    const reading = readings[at];
    const towards = (probabilities: Float64Array, apart: Float64Array, alone: Reading | null | undefined, lean: number[]): RawVerdict => {
      const best = standingOut(probabilities, lean);
      return {
        best: model.stances[best] as Stance,
        confidence: probabilities[best] as number,
        probabilities: named(model.stances, probabilities),
        evidence: alone ? evidenceOf(words[at] as Words, alone.parts, best) : [],
        because:
          !alone || standingOut(alone.probabilities, lean) === best ? 'words' : standingOut(apart, lean) === best ? 'tree' : 'author',
      };
    };
    const first = because ? skipped(because) : towards(belief.opening, belief.apart, reading?.opening, model.lean.opening);
    const toPost: RawVerdict = set ? { ...first, best: set, confidence: 1, because: 'reader' } : first;
    const toParent = because
      ? skipped(because)
      : belief.reply
        ? towards(belief.reply, belief.reply, reading?.reply, model.lean.reply)
        : 'opening';
    verdicts[comment.id] = { opening: toPost, parent: comment.parent === null ? null : toParent };
  });
  return { model: model.name, proposition, verdicts, thresholds: { opening: model.thresholds.opening, parent: model.thresholds.reply } };
}

type Reading = ReturnType<typeof readingOf>;

/** −1 where a comment answers the opening post, or one that is not in the page. */
function parentOf(comment: Comment, thread: Thread, number: Map<string, number>): number {
  if (comment.parent === null || comment.parent === thread.opening?.id || comment.parent === comment.id) return -1;
  return number.get(comment.parent) ?? -1;
}

function silence(model: Model, comment: Comment, words: Words, language?: string): Because | null {
  if (comment.deleted || words.count === 0) return 'empty';
  const foreign = language ? !language.startsWith('en') : isForeign(model.known, comment.text, words);
  return foreign ? 'language' : null;
}

const skipped = (because: Because): RawVerdict => ({ best: null, confidence: 0, probabilities: {}, evidence: [], because });

/** The model knows no mixed comments; one set by the reader takes no side for its neighbours. */
const numberOf = (model: Model, stance: Stance): number => model.stances.indexOf(stance === 'mixed' ? 'neutral' : stance);
