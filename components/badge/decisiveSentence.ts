import type { Evidence, Verdict } from '../../utils/stance/index.ts';
import { sentenceRanges, type TextRange } from '../../utils/thread/index.ts';

/**
 * The sentence of a comment that weighed most for what its badge says: whole, so that it can be read and judged. `null` where the comment's
 * own words did not decide, where nothing is said, and where there is one sentence alone, which is the comment.
 */
export function decisiveSentence(text: string, { stance, because, evidence }: Verdict): TextRange | null {
  if (stance === 'unsure' || because !== 'words') return null;
  const sentences = sentenceRanges(text);
  const weighed = sentences.map((sentence) => ({ sentence, weight: weightIn(sentence, evidence) }));
  const [first] = weighed.sort((one, other) => other.weight - one.weight);
  return first && sentences.length > 1 && first.weight > 0 ? first.sentence : null;
}

function weightIn({ start, end }: TextRange, evidence: readonly Evidence[]): number {
  return evidence.reduce((sum, span) => (span.start >= start && span.start < end ? sum + span.weight : sum), 0);
}
