import type { Reading } from '../thread/index.ts';
import { readGeneric } from './generic/index.ts';
import { healthOf } from './health.ts';
import { recognize } from './platforms/index.ts';
import { read } from './read.ts';

/**
 * Reads the thread on a page at once, as a reader who asks for the page has it read: by the platform that knows it; by the page's
 * repetition where none does, or where the platform misses something and the repetition shows more comments. `null` where there is no thread.
 */
export function readPage(document: Document, url: string, now: Date): Reading | null {
  const platform = recognize(document);
  const reading = platform && read(platform, document, url, now);
  if (platform && healthOf(platform, document, reading).missing.length === 0) return reading;
  const generic = readGeneric(document, url, now);
  return speaking(generic) > speaking(reading) ? generic : reading;
}

/** How many comments say something and say whose it is. */
function speaking(reading: Reading | null): number {
  return reading?.thread.comments.filter(({ text, author }) => text !== '' && author !== null).length ?? 0;
}
