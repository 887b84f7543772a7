/** How well a sentence stands by itself, told by its length and by signs. */

const MIN_WORDS = 4;
const MAX_WORDS = 55;
const NO_SENTENCE = /https?:|www\.|^[>#@|]|[:?]["”)]?$|^["“][^"“”]*["”]$|[{}<>=\\`|]|\(\)|^(?:edit|update|source|tl;?dr)\b/i;
const THANKS = /\b(?:thanks|thank you|thx)\b/i;

/** Whether a sentence can be shown without what stands around it: no question, heading, link, code, quotation, or mere thanks. */
export function standsAlone(text: string, wordCount: number): boolean {
  const fits = wordCount >= MIN_WORDS && wordCount <= MAX_WORDS && text.length < 400;
  return fits && !NO_SENTENCE.test(text) && !isCut(text) && isWords(text) && !(wordCount < 14 && THANKS.test(text));
}

/** Cut off at the stop of an abbreviation, "(e.g.". */
const isCut = (text: string) => text.split('(').length > text.split(')').length || /\b(?:e\.g|i\.e|vs|mr|mrs|dr)\.$/i.test(text);
/** Numbers, signs and code are no sentence. */
const isWords = (text: string) => (text.match(/[\p{L}\s]/gu)?.length ?? 0) > 0.75 * text.length;

const NEEDS_CONTEXT =
  /^["“(]*(?:and|but|so|or|because|which|also|then|that|this|these|those|it|he|she|they|his|her|their|its|it's|that's|he's|she's|they're|yes|no|yeah|well|lol|ok|however|therefore|otherwise|maybe|again|thanks|thank|sorry|hi|hello)\b/i;
const ARGUES =
  /\b(because|since|should|must|ought|need to|needs to|have to|if|unless|better|worse|best|worst|only|never|always|every|than|too (?:much|many|few|little)|problem|reason|means|therefore|cannot|can't|don't|doesn't|isn't|aren't|won't|not|instead|rather|allow|prevent|cause[sd]?|lead[s]? to|cost[s]?|risk|fair|unfair|wrong|right)\b/i;
const SPEAKS_TO_ONE = /\b(?:you're|your|you said|you are|op)\b/i;

/** A sentence that argues, of a length that is read at a glance, that leans neither on what stands before it nor on whom it is said to: .1…1. The weights are hand-set. */
export function qualityOf(text: string, words: readonly string[]): number {
  let quality = 0.6;
  if (words.length >= 7 && words.length <= 30) quality += 0.2;
  if (words.length > 40) quality -= 0.2;
  if (ARGUES.test(text)) quality += 0.2;
  if (NEEDS_CONTEXT.test(text)) quality -= 0.3;
  if (SPEAKS_TO_ONE.test(text)) quality -= 0.2;
  if ((text.match(/"/g)?.length ?? 0) % 2 === 1) quality -= 0.3;
  if (!/[.!…)"”]$/.test(text)) quality -= 0.05;
  if (/^[-*•·–★☆☀►▪]/.test(text)) quality -= 0.3;
  else if (/^[^\p{Lu}\d"“]/u.test(text)) quality -= 0.05;
  return Math.max(0.1, Math.min(1, quality));
}
