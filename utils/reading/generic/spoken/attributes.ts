import { bodyOf } from '../../dom.ts';
import { readTime } from '../../time/parseTime.ts';
import { bylineOf } from './byline.ts';
import { made, madeName } from './mark.ts';
import { looksLikeName } from './nameInLine.ts';

const NAMES =
  'author data-author data-author-name data-authorname data-username data-user-name data-user data-nick data-nickname data-name data-poster data-commenter data-display-name data-from data-by data-owner username user-name'.split(
    ' ',
  );
const TIMES =
  'data-date data-created data-created-at data-createdat data-posted data-posted-at data-published data-published-at data-datetime data-when data-time data-timestamp created created-at created-timestamp timestamp'.split(
    ' ',
  );
const SAID = ['aria-label', 'title', 'aria-description'];
const SELECTOR = [...NAMES, ...TIMES, ...SAID].map((name) => `[${name}]`).join(', ');
const PICTURE = /avatar|user|profile|gravatar|userpic|portrait|member/i;
const AVATAR = /avatar|userpic/i;
const OF_PICTURE = /^(?:avatar|photo|picture|profile (?:picture|photo|image)|image|portrait|foto|bild|profilbild) (?:of|for|von|de) /i;
const OWNED = /['’]s (?:comment|reply|post|message|answer|avatar|photo|picture|profile(?: (?:picture|photo|image))?|userpic)$/i;

/** As few letters as somebody says. */
const SAYS = 25;
/** A few of a kind are of a kind. */
const FEW = 3;

/** Writes into a copy of a page the names and times that only attributes say. Returns how many names there were. */
export function markAttributes(document: Document, language: string, now: Date): number {
  const names = new Map<string, { element: Element; name: string; said: boolean }[]>();
  const add = (kind: string, element: Element, name: string | null | undefined, said: boolean) => {
    const trimmed = name?.trim() ?? '';
    if (!looksLikeName(trimmed, said)) return;
    const found = names.get(kind) ?? [];
    found.push({ element, name: trimmed, said });
    names.set(kind, found);
  };
  const times: [Element, string][] = [];
  for (const element of bodyOf(document)?.querySelectorAll(SELECTOR) ?? []) {
    const kind = (name: string) => `${element.tagName} ${name}`;
    for (const name of NAMES) if (element.hasAttribute(name)) add(kind(name), element, element.getAttribute(name), true);
    const time = TIMES.map((name) => element.getAttribute(name)).find(
      (value) => value && /\d{4}/.test(value) && readTime(value, language, now),
    );
    if (time) times.push([element, time]);
    for (const name of SAID) {
      const value = element.getAttribute(name)?.trim().slice(0, 160) ?? '';
      if (value === '') continue;
      const byline = bylineOf(value, language, now);
      const says = (element.textContent?.trim().length ?? 0) >= SAYS;
      if (byline?.name && (byline.said || (byline.time && says))) {
        add(kind(name), element, value.slice(...byline.name), byline.said);
        if (byline.time) times.push([element, value.slice(...byline.time)]);
      } else if (OWNED.test(value)) add(kind(name), element, value.replace(OWNED, ''), true);
      // A picture that is a link may bear a name where no text stands, or what is said the name of who says it.
      else if (element.tagName === 'A' ? !element.textContent?.trim() : says) add(kind(name), element, value, false);
    }
  }
  for (const image of bodyOf(document)?.querySelectorAll('img[alt], img[title]') ?? []) {
    const alt = (image.getAttribute('alt') || image.getAttribute('title') || '').trim();
    const name = alt.replace(OF_PICTURE, '').replace(OWNED, '');
    const called = `${image.className} ${image.getAttribute('src')?.slice(0, 200) ?? ''} ${image.parentElement?.className ?? ''} ${image.closest('a')?.getAttribute('href')?.slice(0, 100) ?? ''}`;
    // What every picture bears ("avatar") names nobody.
    const said = name !== alt || (AVATAR.test(called) && !AVATAR.test(alt));
    if (said || PICTURE.test(called)) add('img', image, name.replace(/^@/, ''), said);
  }
  let count = 0;
  for (const found of names.values()) {
    if (found.length < FEW || new Set(found.map(({ name }) => name)).size < 2) continue;
    count = Math.max(count, found.length);
    for (const { element, name, said } of found) put(element, madeName(element, name, said));
  }
  if (count > 0 && times.length >= FEW) for (const [element, time] of times) put(element, made(element, 'time', time));
  return count;
}

/** Into an element, or before one that can hold nothing. */
function put(element: Element, mark: Element): void {
  if (/^(?:IMG|INPUT|TIME)$/.test(element.tagName)) element.before(mark);
  else element.prepend(mark);
}
