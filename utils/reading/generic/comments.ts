import type { Comment } from '../../thread/index.ts';
import { readWords } from '../engine/visibleText.ts';
import { lineOf } from '../platformHelpers.ts';
import { languageOf } from '../read.ts';
import { readTimes } from '../time/parseTime.ts';
import type { Block } from './block.ts';
import { HEAD } from './blockParts.ts';
import { withoutCommonLines } from './commonLines.ts';
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
    if (line && line !== body && line !== element && lineOf(line).trim().length < lineOf(author).trim().length + 12) skipped.add(line);
  }
  for (const heading of blocks[0]?.body?.querySelectorAll('h1') ?? []) skipped.add(heading);
  const times = readTimes(
    blocks.map(({ time }) => time),
    languageOf(document),
    now,
  );
  // Where words and time stand in the same element, the time is not the words'.
  const texts = withoutCommonLines(
    blocks.map(({ body, time }) =>
      body
        ? readWords(body, skipped)
            .replace(time ?? '', '')
            .trim()
        : '',
    ),
  );
  const taken = new Set<string>();
  return blocks.map(({ element, author, body }, index): Comment => {
    const own = idOf(element) ?? idAround(element, taken);
    const id = own && !taken.has(own) ? own : `block-${index + 1}`;
    taken.add(id);
    return {
      id,
      parent: null,
      author: nameIn(author),
      text: texts[index] ?? '',
      quotes: quotesIn(body),
      time: times[index] ?? null,
      score: null,
      permalink: null,
      deleted: false,
    };
  });
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

function quotesIn(body: Element | null): Comment['quotes'] {
  const outer = [...(body?.querySelectorAll('blockquote') ?? [])].filter((quote) => !quote.parentElement?.closest('blockquote'));
  return outer.map((quote) => ({ of: null, text: readWords(quote, new Set()) }));
}
