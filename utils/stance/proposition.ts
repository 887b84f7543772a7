import type { Thread } from '../thread.ts';
import type { Proposition } from './verdict.ts';

const ASKS =
  /^(who|what|which|where|when|how|why|does anyone|has anyone|can (someone|anyone)|any(one|body)|is there|are there|do you|have you|would you|could|please|help)\b/i;

/** The claim that comments are held against: the reader's own words, or the title. */
export function propositionOf(thread: Thread, reader?: string): Proposition {
  if (reader?.trim()) return { text: reader.trim(), of: 'reader', kind: 'claim' };
  const title = thread.title.trim();
  const asks = title.endsWith('?') && ASKS.test(title);
  return { text: title, of: 'title', kind: asks ? 'question' : 'claim' };
}
