import type { Evidence, Verdict } from '../../utils/stance/index.ts';
import { sentencesOf } from '../../utils/thread/index.ts';

/** A stretch of a comment's text, in UTF-16 offsets. */
export interface Stretch {
  start: number;
  end: number;
}

/**
 * The sentence of a comment that weighed most for what its badge says: whole, so that it can be read and judged. `null` where the comment's
 * own words did not decide, where nothing is said, and where there is one sentence alone, which is the comment.
 */
export function decisiveSentence(text: string, { stance, because, evidence }: Verdict): Stretch | null {
  if (stance === 'unsure' || because !== 'words') return null;
  const sentences = stretchesOf(text);
  const weighed = sentences.map((sentence) => ({ sentence, weight: weightIn(sentence, evidence) }));
  const [first] = weighed.sort((one, other) => other.weight - one.weight);
  return first && sentences.length > 1 && first.weight > 0 ? first.sentence : null;
}

function weightIn({ start, end }: Stretch, evidence: readonly Evidence[]): number {
  return evidence.reduce((sum, span) => (span.start >= start && span.start < end ? sum + span.weight : sum), 0);
}

function stretchesOf(text: string): Stretch[] {
  let at = 0;
  return sentencesOf(text).map((sentence) => {
    const start = text.indexOf(sentence, at);
    at = start + sentence.length;
    return { start, end: at };
  });
}
