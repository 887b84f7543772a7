import { LABELS, type Label, type Proposition, STANCES, type Stance, shownLabel, type Verdict } from '../stance/index.ts';
import type { Comment } from '../thread/index.ts';
import { formatShare, isolated } from './format.ts';
import { t, tCount } from './texts.ts';

type Kind = Proposition['kind'];

/** What a comment takes its stance towards: the opening post, the claim that the reader put in its place, or somebody's comment. */
export type Target = 'post' | 'claim' | { author: string | null };

/** The one word of a badge. */
export const WORDS = Object.fromEntries(LABELS.map((label) => [label, t(`stance.word.${label}`)])) as Record<Label, string>;

const THANKS = /\b(thanks|thank you|thx|cheers|much appreciated)\b/i;

/** What a comment does below an open question, if that is neither a question nor unknown. */
function answering(label: Label, kind: Kind, text: string): 'thanks' | 'answers' | null {
  if (kind === 'claim' || shownLabel(label, kind) !== 'neutral') return null;
  return label === 'support' && THANKS.test(text) ? 'thanks' : 'answers';
}

/** The word of one comment's badge; below an open question it answers, asks or, if its words say so, thanks. */
export function wordOf(label: Label, kind: Kind, text: string): string {
  const answer = answering(label, kind, text);
  return answer ? t(`stance.${answer}`) : WORDS[label];
}

/** The word beside a count: "1 opposes", "5 oppose". */
export function countedWord(label: Label, count: number, kind: Kind = 'claim'): string {
  if (kind === 'question' && label === 'neutral') return tCount('stance.answersOrThanks', count);
  return tCount(`stance.counted.${label}`, count);
}

/** Numbers of which every language that we know has another form. */
const COUNTS = [0, 1, 2, 3, 11, 100];

/** The longest form of the word beside a count. */
export function longestCountedWord(label: Label, kind: Kind): string {
  const words = COUNTS.map((count) => countedWord(label, count, kind));
  return words.reduce((longest, word) => (word.length > longest.length ? word : longest));
}

/** "opposes the post", "disagrees with amber". */
export function describeTowards(stance: Stance, target: Target): string {
  if (typeof target === 'string') return t(`stance.towards.${target}.${stance}`);
  return t(`stance.towards.somebody.${stance}`, { name: nameInSentence(target.author) });
}

/** A name to stand in a sentence. */
export function nameInSentence(author: string | null): string {
  return author === null ? t('stance.another') : isolated(author);
}

/** A verdict in words, "opposes the post"; a guess is called one. */
export function describeStance(verdict: Verdict, target: 'post' | 'claim', kind: Kind = 'claim', text = ''): string {
  if (verdict.stance === 'skipped') return t('stance.notAnalysed');
  if (verdict.stance === 'pending') return WORDS.pending;
  const towards = (stance: Stance) => t(`stance.towards.${target}.${answering(stance, kind, text) ?? stance}`);
  if (verdict.stance !== 'unsure') return towards(verdict.stance);
  const guess = likeliest(verdict, kind);
  return guess ? t('stance.guess', { stance: towards(guess.stance) }) : WORDS.unsure;
}

/**
 * The likeliest of all readings, and how likely it is, 0…1; `null` where nothing is known. What stands out as `best` may be less likely: the
 * rarer sides count more there. Below an open question whoever takes a side answers, so these are one reading.
 */
export function likeliest({ probabilities }: Verdict, kind: Kind): { stance: Stance; share: number } | null {
  let found: { stance: Stance; share: number } | null = null;
  for (const stance of STANCES) {
    const alike = STANCES.filter((other) => shownLabel(other, kind) === stance);
    const share = alike.reduce((sum, other) => sum + (probabilities[other] ?? 0), 0);
    if (share > (found?.share ?? 0)) found = { stance, share };
  }
  return found;
}

/** "83 % sure", or how likely the likeliest reading is where none is sure; empty where nothing was analysed. */
export function describeConfidence(verdict: Verdict, kind: Kind = 'claim'): string {
  if (verdict.because === 'reader') return t('stance.setByYou');
  if (verdict.stance === 'skipped') return '';
  if (verdict.stance !== 'unsure') return t('stance.sure', { share: formatShare(verdict.confidence) });
  const guess = likeliest(verdict, kind);
  return guess ? formatShare(guess.share) : '';
}

/** Why a comment was skipped, as a sentence. */
export function describeReason({ because }: Verdict, comment: Comment): string {
  return t(`stance.skipped.${comment.deleted ? 'deleted' : because === 'language' ? 'language' : 'empty'}`);
}
