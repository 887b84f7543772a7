import type { Comment, Quote } from '../../thread/index.ts';
import type { Fields, Platform } from '../platform.ts';
import { authorReference } from '../platformHelpers.ts';
import { type Posts, valueIn } from './fields.ts';
import { readWords } from './visibleText.ts';

/** What the author of a post says in it, and whom they quote; elements in `skipped` are neither. */
export function postWords(
  platform: Platform,
  posts: Posts,
  post: Element,
  fields: Fields,
  skipped: ReadonlySet<Element>,
): Pick<Comment, 'text' | 'quotes'> {
  const bodies: Element[] = [];
  // In the order of the page, so that what stands inside another follows it at once.
  for (const element of wordsStandIn(posts, post, fields)) if (!bodies.at(-1)?.contains(element)) bodies.push(element);
  const copy = typeof fields.body === 'function' ? bodies[0] : null;
  const left = copy ? new Set([...skipped, ...partsOf(copy, platform.without), ...partsOf(copy, platform.quote)]) : skipped;
  const quoteElements = new Set(copy ? partsOf(copy, platform.quote) : platform.quote ? posts.within(post, platform.quote) : []);
  const quotes = [...quoteElements]
    .filter((quote) => isOutermost(quote, post, quoteElements, bodies))
    .map((quote): Quote => ({ of: valueIn(quote, platform.quoted), text: withoutMark(quote, readWords(quote, left)) }));
  const lines = bodies.flatMap((element) => readWords(element, left).split('\n'));
  return { text: ownLines(platform, lines, quotes).join('\n').trim(), quotes };
}

/** Boards that mark a quoted line as a stretch of text leave its `>` standing; in a block of its own it would be somebody's word. */
const withoutMark = (quote: Element, text: string): string => (quote.localName === 'span' ? text.replace(/^> ?/gm, '') : text);

/** The elements that hold a post's words. */
export function wordsStandIn(posts: Posts, post: Element, { body }: Fields): readonly Element[] {
  if (typeof body !== 'function') return posts.chosen(post, body);
  const copy = body(post);
  return copy ? [copy] : [];
}

function partsOf(copy: Element, selector: string | undefined): readonly Element[] {
  return selector ? [...copy.querySelectorAll(selector)] : [];
}

/** A quote within a quote belongs to the quoted words. */
function isOutermost(quote: Element, post: Element, quotes: ReadonlySet<Element>, bodies: readonly Element[]): boolean {
  for (let current = quote.parentElement; current && current !== post.parentElement; current = current.parentElement) {
    if (quotes.has(current)) return false;
    if (bodies.includes(current)) return true;
  }
  return false;
}

/** The lines before the signature that are the author's own; those that are another's become quotes, neighbours together. */
export function ownLines(platform: Pick<Platform, 'ends' | 'quotedLines'>, lines: readonly string[], quotes: Quote[]): readonly string[] {
  const { ends, quotedLines } = platform;
  const end = ends ? lines.findIndex((line) => ends.test(line)) : -1;
  const unsigned = end < 0 ? lines : lines.slice(0, end);
  if (!quotedLines) return quotes.length > 0 ? unsigned.filter((line) => !isAttribution(line)) : unsigned;
  const own: string[] = [];
  let quoted: Quote | null = null;
  let depth = 0;
  for (const line of unsigned) {
    const marks = quotedLines.exec(line)?.[0];
    if (marks === undefined) {
      quoted = null;
      // Above a quote that is an element of its own.
      if (quotes.length === 0 || !isAttribution(line)) own.push(line);
      continue;
    }
    // Without a line that names who is quoted, a quote within a quote is another's.
    const marked = marks.split('>').length;
    if (!quoted || (quoted.of === null && marked !== depth)) {
      quoted = { of: attribution(own), text: '' };
      quotes.push(quoted);
    }
    depth = marked;
    quoted.text = `${quoted.text}\n${line.slice(marks.length).trim()}`.trim();
  }
  return own;
}

const WROTE = /(?:\bwrote|\bwrites|\bschrieb|\bécrit|\bescribió|\bha scritto|\bskrev|\bschreef|\bnapisał\(?a?\)?|\bescreveu)\s?:$/i;

const MAX_LINE = 200;
const STARTS = /^(?:On|Am|Le|El|Il|Op|Den|Em|W dniu) /;

/** "On Sun, Nov 3, 2019, Alban <…> wrote:", as mail puts it above what it quotes. */
function isAttribution(line: string): boolean {
  return line.length <= MAX_LINE && STARTS.test(line) && WROTE.test(line);
}

/** Takes the line that names who is quoted ("On Sun, Nov 3, 2019, Alban <…> wrote:", often two lines) from the lines before the quote. */
function attribution(own: string[]): string | null {
  if (!WROTE.test(own.at(-1) ?? '')) return null;
  const last = own.pop() ?? '';
  const line = !STARTS.test(last) && STARTS.test(own.at(-1) ?? '') ? `${own.pop()} ${last}` : last;
  // Names stand at its end, and a line without end could make the expressions slow.
  const before = line
    .slice(-MAX_LINE)
    .replace(WROTE, '')
    .replace(/\s*<[^>]*>\s*$/, '')
    .replace(/\s(?:a|ha|hat)\s*$/, '');
  return authorReference(/((?:\p{Lu}[\p{L}.'’-]*\s?){1,4}|[\w.-]+)\s*$/u.exec(before)?.[1]?.replace(/^[AP]M\s/, ''));
}
