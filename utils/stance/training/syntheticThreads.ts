import type { Stance } from '../verdict.ts';
import type { LabelledThread } from './dataset.ts';
import { OPENERS, TOPICS, type Topic } from './syntheticSentences.ts';

/**
 * Threads of our own words in which nobody is hard to understand: what the labelled sets, full of quarrels between old acquaintances,
 * hardly hold, though most threads do. They teach the model the plain cases; whether that is well judged is measured on real threads alone.
 */

const LABELS = ['support', 'oppose', 'question', 'neutral'] as const;

/** Numbers that look random and are the same every time (a linear congruential generator). */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Threads of `size` comments that answer the opening post, about half of them short, in all mixtures of sides. */
export function plainThreads(count = 60, size = 12): LabelledThread[] {
  const next = numbers(7);
  const pick = <One>(list: readonly One[]): One => list[next(list.length)] as One;
  return Array.from({ length: count }, (_, index) => {
    const topic = TOPICS[index % TOPICS.length] as Topic;
    // Some threads agree, some quarrel, some oppose.
    const shares = pick([
      [8, 1, 1, 2],
      [5, 4, 1, 2],
      [3, 6, 1, 2],
      [4, 4, 2, 2],
    ]);
    const bag = LABELS.flatMap((label, kind) => Array<(typeof LABELS)[number]>(shares[kind] ?? 0).fill(label));
    const comments = Array.from({ length: size }, (_, number) => {
      const label = pick(bag);
      const opener = pick(OPENERS[label]);
      const more = opener === '' || next(3) > 0 ? pick(topic[label]) : '';
      const stance: Stance = label;
      return {
        id: `${index}-${number}`,
        author: `writer ${number}`,
        parent: null,
        text: `${opener} ${more}`.trim(),
        stance: { op: stance, parent: stance, sure: 1 as const },
      };
    });
    return { thread: `plain ${index}`, kind: 'plain', title: topic.title, op: topic.post, proposition: topic.title, comments };
  });
}
