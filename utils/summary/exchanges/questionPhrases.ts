import { sentencesOf } from '../../thread/index.ts';
import { wordsIn } from '../points/terms.ts';

const RHETORICAL =
  /\b(?:really|seriously|right|huh|eh|no|ok|okay|yes|what|isn't it|aren't they|don't you think|doesn't it|who cares|who knew|why (?:would|should|bother)|how (?:can|could|dare) (?:you|anyone|anybody)|so what|what's wrong with (?:you|people)|are you (?:kidding|serious|joking|insane|stupid|high|blind|saying)|do you (?:really|honestly|even)|since when|what else|why not|so you(?:'re)?|or what|you know|get it|see)\?["”)]*$|^(?:so|oh|lol|and|but)?,? ?(?:you|really|seriously|since when|who cares)\b/i;
const OPENS =
  /^(?:[\w' ]{0,24}[,:] )?(?:so |and |but |also |ok |okay |btw |hey |hi |op |just curious )*(?:who|what|which|where|when|why|how|whose|is|are|am|was|were|do|does|did|can|could|would|will|should|has|have|had|any|anyone|anybody|does anyone|may|might|in what|at what|for what|by what|to what|with what|from what|out of curiosity|curious|i wonder|wondering)\b/i;
const MIN_WORDS = 4;
const MAX_WORDS = 45;

/**
 * The question that a comment puts, verbatim, or `null`: the last of its sentences that asks, where it opens like a question and is none
 * of those that only make a point. One that its author goes on to answer at length asks nobody. `asking`: whether the model
 * takes the comment for a question, by which one that opens like a statement is one too.
 */
export function questionIn(text: string, asking: boolean): string | null {
  if (!text.includes('?')) return null;
  const sentences = sentencesOf(text);
  for (let index = sentences.length - 1; index >= 0; index -= 1) {
    const sentence = sentences[index] as string;
    if (!/\?["”)]*$/.test(sentence)) continue;
    const wordCount = wordsIn(sentence).length;
    if (wordCount < MIN_WORDS || wordCount > MAX_WORDS || RHETORICAL.test(sentence) || /https?:/.test(sentence)) continue;
    const wordsAfter = wordsIn(sentences.slice(index + 1).join(' ')).length;
    if (wordsAfter > (asking ? 60 : 20)) return null;
    if (OPENS.test(sentence) || asking) return sentence;
  }
  return null;
}
