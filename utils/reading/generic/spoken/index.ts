import { bodyOf } from '../../dom.ts';
import type { Marks } from '../namesAndTimes.ts';
import { setApart } from './apart.ts';
import { markAttributes } from './attributes.ts';
import { bylinesOf } from './bylines.ts';
import { type Copy, copyOf } from './copy.ts';
import { breakLines, linesIn } from './lines.ts';
import { mark } from './mark.ts';
import { takeHeadsOut } from './openParagraphs.ts';

export { placeIn } from './copy.ts';
export { areArticles, areDoubtful } from './doubt.ts';

const HEADER = /^(?:from|author|posted by|name): ?\S|^.{1,80} (?:wrote|said|posted)(?: on .{1,40})?:?$/gim;

/**
 * A copy of a page in which elements say what it says in words or attributes alone: who wrote, when, and where one post ends. `null` where
 * that is nothing.
 */
export function spokenOut(page: Document, language: string, now: Date, marksOf: (document: Document) => Marks): Copy | null {
  const copy = copyOf(page);
  const body = bodyOf(copy.document);
  if (!body) return null;
  if (saysInPlainText(body)) breakLines(body);
  const lines = linesIn(body);
  const bylines = bylinesOf(lines, language, now);
  takeHeadsOut(lines, bylines);
  const nameCount = [...bylines.values()].filter(({ name }) => name).length;
  for (const [line, byline] of bylines) mark(line, byline);
  const attributed = markAttributes(copy.document, language, now);
  const apart = setApart(copy.document, marksOf(copy.document));
  return nameCount >= 3 || attributed > 0 || apart > 0 ? copy : null;
}

/** Whether preformatted text tells who wrote, as archives of mail do. */
function saysInPlainText(body: Element): boolean {
  return [...body.querySelectorAll('pre')].some(({ textContent }) => (textContent?.match(HEADER) ?? []).length > 0);
}
