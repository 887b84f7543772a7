import type { Comment } from '../../thread/index.ts';
import { ownLines } from '../engine/body.ts';
import { readWords } from '../engine/visibleText.ts';
import { lineOf } from '../platformHelpers.ts';
import { languageOf } from '../read.ts';
import { readTimes } from '../time/parseTime.ts';
import type { Block } from './block.ts';
import { HEAD } from './blockParts.ts';
import { withoutCommonLines, withoutCommonTails } from './commonLines.ts';
import { lineAbove, QUOTE } from './references.ts';
import { BYLINE } from './spoken/mark.ts';

const NOT_WORDS = `${QUOTE}, [class*="signature" i], [class*="postedby" i], .${BYLINE}, nav, form, menu, [hidden]`;

/** What each block says, and who says it when; whom it answers is not yet known. */
export function commentsOf(document: Document, blocks: readonly Block[], now: Date): Comment[] {
  const skipped = new Set(document.querySelectorAll(NOT_WORDS));
  for (const quote of document.querySelectorAll(QUOTE)) {
    const line = lineAbove(quote);
    if (line) skipped.add(line);
  }
  for (const { element, author, body } of blocks) {
    skipped.add(element);
    if (!author) continue;
    skipped.add(author);
    // "By amber", "amber says:"
    const line = author.parentElement;
    const box = headIn(body, author);
    if (box) skipped.add(box);
    if (line && line !== body && line !== element && (lineOf(line).trim().length < lineOf(author).trim().length + 12 || isByline(line)))
      skipped.add(line);
  }
  for (const heading of blocks[0]?.body?.querySelectorAll('h1') ?? []) skipped.add(heading);
  for (const block of blocks) for (const mark of marksIn(block)) skipped.add(mark);
  const times = readTimes(
    blocks.map(({ time }) => time),
    languageOf(document),
    now,
  );
  // Where words and time stand in the same element, the time is not the words'.
  const texts = withoutCommonTails(
    withoutCommonLines(
      blocks.map(({ body, time }) =>
        body
          ? readWords(body, skipped)
              .replace(time ?? '', '')
              .trim()
          : '',
      ),
    ),
  );
  const taken = new Set<string>();
  return blocks.map(({ element, author, body }, index): Comment => {
    const own = idOf(element) ?? idAround(element, taken);
    const id = own && !taken.has(own) ? own : `block-${index + 1}`;
    taken.add(id);
    const quotes = quotesIn(body);
    const name = nameIn(author);
    // In code and in mail a line may begin so for other reasons.
    const marked = body?.querySelector('pre, code') || body?.closest('pre') ? {} : { quotedLines: QUOTED_LINES };
    const lines = ownLines(marked, (texts[index] ?? '').split('\n'), quotes);
    return {
      id,
      parent: null,
      author: name,
      text: lines
        .filter((line, place) => place > 0 || !(IN_REPLY.test(line) || (line === name && lines.length > 1)))
        .join('\n')
        .trim(),
      quotes: quotes.map(({ text }) => ({ of: null, text })),
      time: times[index] ?? null,
      score: null,
      permalink: null,
      deleted: false,
    };
  });
}

/** "posted by amber (4 comments), 2 users like this" */
function isByline(line: Element): boolean {
  const text = lineOf(line).trim();
  return text.length < 150 && /^(?:(?:posted|asked|answered|written|submitted|started) )?by\s/i.test(text);
}

/** What points at other posts (`>>901`, with what a board says of that post behind it, "(OP)"), and, where the head of a post stands among its words, its time: nobody says them. */
function* marksIn({ author, body }: Block): Generator<Element> {
  for (const link of body?.querySelectorAll('a[href]') ?? []) {
    if (!/^>>+[\w/]{0,12}\d+(?: ?\(\w{1,6}\))?$/.test(lineOf(link).trim())) continue;
    yield link;
    const behind = link.nextElementSibling;
    if (behind?.tagName === 'SMALL' && /^\(\w{1,6}\)$/.test(lineOf(behind).trim())) yield behind;
  }
  const time = author && body?.contains(author) ? body.querySelector('time, relative-time') : null;
  if (time && lineOf(time).trim().length < 40) yield time;
}

/** The box among a post's words that says who wrote them. */
function headIn(body: Element | null, author: Element): Element | null {
  let found: Element | null = null;
  for (let around = author.parentElement; around && body?.contains(around) && around !== body; around = around.parentElement)
    if (around.matches(HEAD) && lineOf(around).replace(/\s+/g, ' ').trim().length < 200) found = around;
  return found;
}

const IDS = ['data-post-id', 'data-comment-id', 'data-pid', 'data-node-id', 'data-message-id', 'data-id', 'thingid'];

/** Ids that call their element a post: `p123`, `comment-45`. */
export const POST_ID = /^(?:post|comment|answer|question|reply|msg|message|entry|p|c|t\d)[-_]?(?:id[-_]?)?\d+$/i;

/** The id of a block, or what inside it is named like one: `<a name="p123">`, `data-id="123"`. */
function idOf(element: Element): string | null {
  for (const name of IDS) if (element.getAttribute(name)) return element.getAttribute(name);
  if (/\d/.test(element.id)) return element.id;
  const inner = [...element.querySelectorAll('a[name], [id]')].slice(0, 12).map((one) => one.getAttribute('name') ?? one.id);
  return inner.find((name) => POST_ID.test(name)) ?? (/\d/.test(inner[0] ?? '') ? (inner[0] ?? null) : null);
}

/** Answers may stand beside a post in what bears its id. */
function idAround(element: Element, taken: ReadonlySet<string>): string | null {
  for (let around = element.parentElement, up = 0; around && up < 4; around = around.parentElement, up++)
    if (/(?:comment|post|repl|answer|msg|message|entry|^[a-z]{0,3})[-_]?\d+$/i.test(around.id))
      return taken.has(around.id) ? null : around.id;
  return null;
}

/** Of a line that holds more than a name ("amber 1,204 points", "Amber Reed amber_r"), what is called a name, or its first link. */
function nameOn(line: Element | null): Element | null {
  const inner = [...(line?.querySelectorAll('[class*="username" i], a') ?? [])].filter((one) => lineOf(one).trim().length > 1);
  return inner.find(({ className }) => /username/i.test(String(className))) ?? inner[0] ?? line;
}

/** "by amber", "amber says:" */
function nameIn(element: Element | null): string | null {
  const line = lineOf(nameOn(element)).replace(/\s+/g, ' ').trim();
  // "Amber Reed @amber@gullport.example": the name that is shown.
  const text = /^(\S.*?) @[\w.-]+(?:@[\w.-]+)?$/.exec(line)?.[1] ?? line;
  return (
    text
      .replace(/^(?:(?:posted |written |comment )?by|von|par|por)\s+/i, '')
      .replace(/(?:\s+(?:says|said|wrote|writes|sagt|schreibt|schrieb|dit|dice))?\s*[:,|»•·]*$/i, '') || null
  );
}

/** Where no element marks a quote, people begin its lines with `>`; a line above may say what is answered: "(In reply to amber from #2)". */
const QUOTED_LINES = /^(?:>\s*)*>(?:\s+|(?=[^\s\d=>.]))/;
const IN_REPLY = /^\((?:in reply to|replying to|reply to|antwort auf|en réponse à|в ответ на) .{1,80}\)$/i;
/** What is called a quote and says less is a button. */
const LEAST = 16;

/** What a post quotes: the outermost quotes, without the line in them that names whom. */
function quotesIn(body: Element | null): Comment['quotes'] {
  const quotes: Comment['quotes'] = [];
  const around = new Set<Element>();
  for (const quote of body?.querySelectorAll(QUOTE) ?? []) {
    const isInner = quote.parentElement?.closest('blockquote') ?? [...around].some((outer) => outer.contains(quote));
    if (isInner || (quote.tagName !== 'BLOCKQUOTE' && quote.querySelector('blockquote'))) continue;
    const text = readWords(quote, new Set(quote.tagName === 'BLOCKQUOTE' ? [] : quote.querySelectorAll(NAMES_QUOTED)));
    if (quote.tagName !== 'BLOCKQUOTE' && text.length < LEAST) continue;
    around.add(quote);
    quotes.push({ of: null, text: text.replace(/^>+\s*/gm, '') });
  }
  return quotes;
}

const NAMES_QUOTED = 'cite, header, [class*="author" i], [class*="title" i], [class*="cite" i], [class*="head" i]';
