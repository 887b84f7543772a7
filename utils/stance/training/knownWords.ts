import { bitmapOf, languageWords } from '../language.ts';
import type { LabelledThread } from './dataset.ts';

/** A word that stands in so many comments belongs to the language: fewer let other languages' words in, more lose rare ones. */
const COMMENTS = 15;

/** The bitmap of the words that people use in labelled threads, all of which are English. */
export function knownWordsOf(threads: readonly LabelledThread[]): Uint8Array {
  const seen = new Map<string, number>();
  for (const { comments } of threads)
    for (const { text } of comments) for (const word of new Set(languageWords(text))) seen.set(word, (seen.get(word) ?? 0) + 1);
  return bitmapOf([...seen].filter(([, comments]) => comments >= COMMENTS).map(([word]) => word));
}
