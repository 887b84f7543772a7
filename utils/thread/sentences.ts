/** The sentences of a text, verbatim. */
export const sentencesOf = (text: string): string[] =>
  text
    .split(/\n+|(?<=[.!?…]["”’)]?)\s+(?=["“‘(]?[\p{Lu}\p{N}])/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');

/** The first sentence that says something. */
export function beginningOf(text: string): string {
  const sentences = sentencesOf(text);
  return sentences.find((sentence) => sentence.length > 15 && !/^>|\?$|^https?:\S+$/.test(sentence)) ?? sentences[0] ?? text;
}
