/** The sentences of a text, verbatim. */
export const sentencesOf = (text: string): string[] =>
  text
    .split(/\n+|(?<=[.!?…]["”’)]?)\s+(?=["“‘(]?[\p{Lu}\p{N}])/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');

/** A part of a text, in UTF-16 offsets. */
export interface TextRange {
  start: number;
  end: number;
}

/** Where the sentences of a text stand in it. */
export function sentenceRanges(text: string): TextRange[] {
  let reached = 0;
  return sentencesOf(text).map((sentence) => {
    const start = text.indexOf(sentence, reached);
    reached = start + sentence.length;
    return { start, end: reached };
  });
}

/** The first sentence that says something. */
export function beginningOf(text: string): string {
  const sentences = sentencesOf(text);
  return sentences.find((sentence) => sentence.length > 15 && !/^>|\?$|^https?:\S+$/.test(sentence)) ?? sentences[0] ?? text;
}
