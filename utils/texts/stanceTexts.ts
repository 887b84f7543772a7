import { LABELS, type Label, type Proposition, type Stance, shownLabel, type Verdict } from '../stance/verdict.ts';
import type { Comment } from '../thread/thread.ts';
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

/** "opposes the post", or "may oppose amber" where that is only likely. */
export function describeTowards(stance: Stance, target: Target, perhaps = false): string {
  const how = perhaps ? 'perhaps' : 'towards';
  if (typeof target === 'string') return t(`stance.${how}.${target}.${stance}`);
  return t(`stance.${how}.somebody.${stance}`, { name: nameInSentence(target.author) });
}

/** A name to stand in a sentence. */
export function nameInSentence(author: string | null): string {
  return author === null ? t('stance.another') : isolated(author);
}

/** A verdict in words, "opposes the post"; a guess is called one. */
export function describeStance(verdict: Verdict, target: 'post' | 'claim', kind: Kind = 'claim', text = ''): string {
  if (verdict.stance === 'skipped') return t('stance.notAnalysed');
  const towards = (stance: Stance) => t(`stance.towards.${target}.${answering(stance, kind, text) ?? stance}`);
  if (verdict.stance !== 'unsure') return towards(verdict.stance);
  return verdict.best ? t('stance.guess', { stance: towards(verdict.best) }) : WORDS.unsure;
}

/** "83 % sure", or how likely a guess is; empty where nothing was analysed. */
export function describeConfidence(verdict: Verdict): string {
  if (verdict.because === 'reader') return t('stance.setByYou');
  if (verdict.stance === 'skipped') return '';
  return t(verdict.stance === 'unsure' ? 'stance.likely' : 'stance.sure', { share: formatShare(verdict.confidence) });
}

/** What decided a verdict, or why there was nothing to decide, as a sentence. */
export function describeReason(verdict: Verdict, comment: Comment): string {
  return t(`stance.decided.${comment.deleted && verdict.stance === 'skipped' ? 'deleted' : verdict.because}`);
}
