import type { Because, Label, Proposition, Stance, Verdict } from '../utils/stance/verdict.ts';
import type { Comment } from '../utils/thread.ts';
import { formatShare } from './format.ts';

type Kind = Proposition['kind'];

/** The one word of a badge. A comment that was not analysed is "skipped", since "unread" would seem to speak of the reader. */
export const WORDS: Record<Label, string> = {
  support: 'supports',
  oppose: 'opposes',
  mixed: 'mixed',
  neutral: 'neutral',
  question: 'asks',
  unsure: 'unsure',
  unread: 'skipped',
};

/** As what a label is shown: where a thread asks an open question, whoever seems to take a side of it answers it. */
export function shownAs(label: Label, kind: Kind): Label {
  return kind === 'question' && (label === 'support' || label === 'oppose' || label === 'mixed') ? 'neutral' : label;
}

const THANKS = /\b(thanks|thank you|thx|cheers|much appreciated)\b/i;

/** The word of one comment's badge; below an open question it answers, asks or, if its words say so, thanks. */
export function wordOf(label: Label, kind: Kind, text: string): string {
  if (kind === 'claim' || shownAs(label, kind) !== 'neutral') return WORDS[label];
  return label === 'support' && THANKS.test(text) ? 'thanks' : 'answers';
}

/** The word beside a count: "1 opposes", "5 oppose". */
export function countedWord(label: Label, count: number, kind: Kind = 'claim'): string {
  if (kind === 'question' && label === 'neutral') return count === 1 ? 'answers or thanks' : 'answer or thank';
  return (count === 1 ? undefined : MANY[label]) ?? WORDS[label];
}

const MANY: Partial<Record<Label, string>> = { support: 'support', oppose: 'oppose', question: 'ask' };

const TOWARDS: Record<Stance, (target: string) => string> = {
  support: (target) => `supports ${target}`,
  oppose: (target) => `opposes ${target}`,
  mixed: (target) => `partly supports, partly opposes ${target}`,
  neutral: (target) => `takes no side on ${target}`,
  question: (target) => `puts a question to ${target}`,
};

/** A verdict in words, "opposes the post"; a guess is called one. */
export function describeStance(verdict: Verdict, target: string, kind: Kind = 'claim', text = ''): string {
  if (verdict.stance === 'unread') return 'not analysed';
  const towards = (stance: Stance) =>
    shownAs(stance, kind) === 'neutral' && kind === 'question' ? `${wordOf(stance, kind, text)} ${target}` : TOWARDS[stance](target);
  if (verdict.stance !== 'unsure') return towards(verdict.stance);
  return verdict.best ? `unsure; best guess: ${towards(verdict.best)}` : 'unsure';
}

/** "83 % sure", or how likely a guess is; empty where nothing was analysed. */
export function describeConfidence(verdict: Verdict): string {
  if (verdict.because === 'reader') return 'set by you';
  if (verdict.stance === 'unread') return '';
  return `${formatShare(verdict.confidence)} ${verdict.stance === 'unsure' ? 'likely' : 'sure'}`;
}

const DECIDED: Record<Because, string> = {
  words: 'Decided by the words of the comment.',
  tree: 'Decided by the replies: whom it answers, and where that one stands.',
  author: 'Decided by what the same author says elsewhere in this thread.',
  reader: 'Set by you.',
  language: 'Not analysed: it is in a language the model does not know.',
  empty: 'Not analysed: it has no words of its own.',
};

/** What decided a verdict, or why there was nothing to decide, as a sentence. */
export function describeReason(verdict: Verdict, comment: Comment): string {
  if (comment.deleted && verdict.stance === 'unread') return 'Not analysed: the comment was deleted.';
  return DECIDED[verdict.because];
}
