import { analyze } from '../../../utils/stance/analyze.ts';
import { applyThresholds, DEFAULT_PRECISION } from '../../../utils/stance/applyThresholds.ts';
import { type Model, probabilitiesOf, standingOut, targetOf } from '../../../utils/stance/model/classifier.ts';
import { wordsOf } from '../../../utils/stance/model/tokens.ts';
import { type LabelledThread, openingOf } from '../../../utils/stance/training/dataset.ts';
import type { Stance, Verdict } from '../../../utils/stance/verdict.ts';
import type { Comment, Thread } from '../../../utils/thread/thread.ts';
import type { Item } from './metrics.ts';

/** A labelled thread as if it had been read from a page. */
export function asThread(thread: LabelledThread): Thread {
  const comment = (id: string, parent: string | null, author: string | null, text: string): Comment => ({
    id,
    parent,
    author,
    text,
    quotes: [],
    time: null,
    score: null,
    permalink: null,
    deleted: false,
  });
  return {
    platform: thread.kind,
    url: '',
    title: thread.title,
    opening: comment('opening post', null, null, thread.op),
    comments: thread.comments.map((one) => comment(String(one.id), one.parent ? String(one.parent) : null, one.author ?? null, one.text)),
    total: null,
    unreadable: 0,
  };
}

const itemOf = (thread: string, truth: Stance, verdict: Verdict): Item => ({
  thread,
  truth,
  said: verdict.best ?? 'neutral',
  confidence: verdict.confidence,
  shown: verdict.best !== null && verdict.stance === verdict.best,
});

/** Every comment towards the opening post, and every answer to a comment of the page towards that. */
export function judgeThreads(
  model: Model,
  threads: readonly LabelledThread[],
  precision = DEFAULT_PRECISION,
): { opening: Item[]; parent: Item[] } {
  const opening: Item[] = [];
  const parent: Item[] = [];
  for (const thread of threads) {
    const { verdicts } = applyThresholds(analyze(model, asThread(thread)), precision);
    const ids = new Set(thread.comments.map((comment) => comment.id));
    for (const comment of thread.comments) {
      const verdict = verdicts[String(comment.id)];
      if (!verdict) continue;
      opening.push(itemOf(thread.thread, comment.stance.op, verdict.opening));
      if (comment.parent && ids.has(comment.parent) && verdict.parent)
        parent.push(itemOf(thread.thread, comment.stance.parent, verdict.parent));
    }
  }
  return { opening, parent };
}

/** The same without the tree: every comment by its words alone. */
export function judgePairs(model: Model, threads: readonly LabelledThread[]): { opening: Item[]; parent: Item[] } {
  const opening: Item[] = [];
  const parent: Item[] = [];
  const said = (thread: string, truth: Stance, probabilities: Float64Array, lean: number[]): Item => {
    const best = standingOut(probabilities, lean);
    return { thread, truth, said: model.stances[best] as Stance, confidence: probabilities[best] as number, shown: true };
  };
  for (const thread of threads) {
    const whole = wordsOf(openingOf(thread));
    const post = { near: targetOf(model, 'opening', whole), far: targetOf(model, 'remote', whole) };
    const texts = new Map(thread.comments.map((comment) => [comment.id, comment.text]));
    for (const comment of thread.comments) {
      const above = texts.get(comment.parent ?? '');
      const words = wordsOf(comment.text);
      opening.push(
        said(
          thread.thread,
          comment.stance.op,
          probabilitiesOf(model, words, above === undefined ? post.near : post.far),
          model.lean.opening,
        ),
      );
      if (above === undefined) continue;
      const target = targetOf(model, 'reply', wordsOf(above), wordsOf(thread.title));
      parent.push(said(thread.thread, comment.stance.parent, probabilitiesOf(model, words, target), model.lean.reply));
    }
  }
  return { opening, parent };
}
