import { bodyOf } from '../dom.ts';
import { lineOf } from '../platformHelpers.ts';
import { readTime } from '../time/parseTime.ts';

const AUTHOR = [
  '[rel~="author"]',
  '[itemprop="author"]',
  '[itemprop="creator"]',
  '.fn, .author, .username, .nick, .nickname',
  'cite',
  ':is(a, span, strong, b, div, p, h3, h4, h5, dt, li)[class*="user" i]',
  ':is(a, span, strong, b, div, p, h3, h4, h5, dt, li)[class*="author" i]',
  ':is(a, span, strong, b, div, p, h3, h4, h5, dt, li)[class*="poster" i]',
  ':is(a, span, strong, b, h3, h4)[class*="name" i]',
  '[class*="author" i] > :is(a, strong, b, cite)',
  'a[href*="user"]',
  'a[href*="profile"]',
  'a[href*="member"]',
  'a[href*="/people/"]',
  'a[href*="/u/"]',
  'a[href^="/~"]',
  'a[href*="/@"]',
  'a[href*="/by/"]',
  'a[href*="/~"]',
  'a[href*="space-uid-"], a[href*="uid="]',
  'a[href*="/User:"]',
  '[data-author]:not([data-author=""])',
  '[data-testid*="user-name" i] a, [data-testid*="username" i]',
  '[data-testid$="-name" i]:is(a, span, strong, b, h3, h4, h5)',
  'a[data-hovercard-type="user"]',
  // As other languages call an author and a user.
  ':is(a, span, strong, b, div, p, h3, h4, h5, li):is([class*="autor" i], [class*="auteur" i], [class*="nutzer" i], [class*="usuari" i], [class*="utente" i], [class*="uzivatel" i], [class*="gebruiker" i], [class*="yazar" i], [class*="pseudo" i])',
  ':is(span, strong, b).nombre, :is(span, strong, b).nome',
  'a:is([href*="/nutzer/"], [href*="benutzer"], [href*="usuario"], [href*="/perfil/"], [href*="/profil/"], [href*="/utente/"], [href*="/membre"])',
  'td > b, td > strong, dt > b, dt > strong, .name, .author > *, li > cite > a, li > p > cite > a, a.url',
].join(', ');
const TIMED =
  'time, abbr[title], relative-time, [datetime], [data-time], [data-timestamp], [data-utc], [data-publishtime], span[title], a[title]';
const LIKELY_TIME =
  /\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\b(?:19|20)\d\d\b|\d\s?(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|min|hrs?|h|d|w|y|mo|yr)\b|\d:\d\d|\b(?:vor|hace|il y a) \d|\d\s?[年月日天时分]/i;
/** The same as other languages say how long ago something was. */
const LIKELY_AGO =
  /\d\s?\p{L}{1,12}\.?\s(?:temu|назад|тому|önce|sitten|siden|sedan|geleden|fa|atrás|trước|lalu|ezelőtt|zpět)(?!\p{L})|(?:^|\s)(?:há|for|för|před|pred|acum|prije|pre|πριν|منذ|قبل|לפני)\s\d|\d\s?\p{L}{1,4}\s?[前전](?!\p{L})/iu;
const isLikelyTime = (text: string) => LIKELY_TIME.test(text) || LIKELY_AGO.test(text);
/** What a name never holds; "EPWN3D" is one. */
const TIME_IN_NAME = /\d[:/.-]\d|\b(?:19|20)\d\d\b|\d\s(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|min|hrs?)\b|[年月日]/i;

/** When somebody came to the forum is not when they wrote. */
export const JOINED =
  /^[\s(·•|]*(?:joined|join date|registered|registration|member since|user since|mitglied seit|registriert|dabei seit|beigetreten|angemeldet|inscrit|inscription|membre depuis|registrado|miembro desde|se unió|ingreso|iscritto|registrato|membro desde|lid (?:sinds|geworden)|dołączył|rejestracja|data rejestracji|регистрация|зарегистрирован|на форуме с|с нами с|registrace|csatlakozott|注册时间|註冊|加入时间|登録日|가입일)(?!\p{L})/iu;

/** The names and times of a page, and all elements around them. */
export interface Marks {
  times: ReadonlyMap<Element, string>;
  authors: ReadonlySet<Element>;
  timed: ReadonlySet<Element>;
  named: ReadonlySet<Element>;
  silent: ReadonlySet<Element>;
}

/** Finds all names and times of a page, in one pass each. */
export function marksOf(document: Document, language: string, now: Date): Marks {
  const { times, joined } = timesOf(document, language, now);
  const authors = new Set([...document.querySelectorAll(AUTHOR), ...ownElements(document)].filter(isName));
  for (const time of times.keys()) {
    const name = nameBefore(time);
    if (name) authors.add(name);
  }
  const silent = new Set([...authors, ...joined, ...[...times.keys()].filter(({ textContent }) => (textContent?.trim().length ?? 0) < 60)]);
  return { times, authors, timed: above(times.keys()), named: above(authors), silent };
}

/** Elements that a page names itself and that are called names: `<user-name>`. */
function ownElements(document: Document): Element[] {
  return [...document.getElementsByTagName('*')].filter(({ localName }) => localName.includes('-') && OWN_NAME.test(localName));
}

const OWN_NAME = /(?:^|-)(?:user|author|poster|member)(?:-?(?:name|link))?$|(?:^|-)(?:user-?name|nick-?name)(?:-|$)/;

/** All elements that hold one of some. */
export function above(elements: Iterable<Element>): Set<Element> {
  const all = new Set<Element>();
  for (const element of elements) {
    for (let current: Element | null = element; current && !all.has(current); current = current.parentElement) all.add(current);
  }
  return all;
}

/** What is emphasised at the head of a short line that ends in a time: "**amber**, 3 May 2026". */
function nameBefore(time: Element): Element | null {
  const line = time.firstElementChild ? time : time.parentElement;
  const first = line?.firstElementChild;
  if (!first || first === time || !/^(?:B|STRONG)$/.test(first.tagName)) return null;
  const text = shortLine(line);
  const name = lineOf(first).trim();
  if (!text?.startsWith(name)) return null;
  // "**Added:** 3 May 2026" says what happened then.
  return !/[:：]\s*$/.test(name) && !/^\s*[:：]/.test(text.slice(name.length)) && isName(first) ? first : null;
}

/** The words of an element that holds little else than text. Looks at no more of a page than that, whatever stands in the element. */
function shortLine(line: Element): string | null {
  let text = '';
  let parts = 0;
  for (let node = line.firstChild; node; node = node.nextSibling, parts++) {
    if (parts > 8 || text.length > 80 || (node as Partial<Element>).firstElementChild) return null;
    text += node.textContent ?? '';
  }
  return text.trim().length > 80 ? null : text.trim();
}

function isName({ textContent }: Element): boolean {
  const text = textContent?.trim() ?? '';
  return text.length > 0 && text.length <= 60 && /\p{L}/u.test(text) && !TIME_IN_NAME.test(text);
}

/** The elements that say a time, in attributes or in short texts, with what they say. */
function timesOf(document: Document, language: string, now: Date): { times: Map<Element, string>; joined: Set<Element> } {
  const times = new Map<Element, string>();
  const joined = new Set<Element>();
  for (const element of document.querySelectorAll(TIMED)) {
    const { attributes } = element;
    for (const name of ['datetime', 'data-time', 'data-timestamp', 'data-utc', 'data-publishtime', 'title']) {
      const value = attributes.getNamedItem(name)?.value ?? '';
      if (value && isLikelyTime(value.replace(/^\d{10,13}$/, '2000')) && readTime(value, language, now)) {
        times.set(element, value);
        break;
      }
    }
  }
  withoutStale(times, language, now);
  const walker = document.createTreeWalker(bodyOf(document) ?? document, 4);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.nodeValue ?? '';
    const parent = node.parentElement;
    if (text.length > 160 || !parent || times.has(parent) || !isLikelyTime(text)) continue;
    if (/^(?:SCRIPT|STYLE|TITLE|NOSCRIPT|TEXTAREA|OPTION)$/.test(parent.tagName)) continue;
    if (JOINED.test(text) || (text.trim().length < 24 && JOINED.test(labelBefore(parent)))) {
      if (text.length < 60 && (shortLine(parent)?.length ?? 60) < 60) joined.add(parent);
      continue;
    }
    const plain = text
      .trim()
      .replace(/^[)\]]\s*/, '')
      .replace(/^[\p{L} ]{2,20}[:»—–-]\s+/u, '');
    if (plain.split(/\s+/).length > 14) continue;
    // "amber, Gullport, 3 months ago": the time may come last in a line.
    for (const part of [plain, plain.split(/[,،·|•»—]\s*/).at(-1) ?? '']) {
      if (!isLikelyTime(part) || !readTime(part, language, now)) continue;
      times.set(parent, part);
      break;
    }
  }
  for (const [box, time] of timesInParts(document, times, language, now)) times.set(box, time);
  return { times, joined };
}

const DATED = '[class*="date" i], [class*="time" i], [class*="posted" i]';

/** Times of which each part stands in an element of its own: `<i>Wed</i> <i>03</i> <i>Jul</i> <i>2024</i> <i>10:00</i>`. */
function timesInParts(document: Document, times: ReadonlyMap<Element, string>, language: string, now: Date): [Element, string][] {
  const found: [Element, string][] = [];
  const marked = above(times.keys());
  let last: Element | null = null;
  for (const ordinal of document.querySelectorAll('sup')) {
    const box = ordinal.parentElement;
    const words = box && /^(?:st|nd|rd|th)$/.test(ordinal.textContent ?? '') && !marked.has(box) ? shortLine(box) : null;
    if (box && words && isLikelyTime(words) && readTime(words, language, now)) found.push([box, words]);
  }
  for (const box of document.querySelectorAll(DATED)) {
    if (box.childElementCount < 2 || box.childElementCount > 8 || marked.has(box) || last?.contains(box)) continue;
    const words = [...box.childNodes]
      .map((node) => (node.textContent ?? '').slice(0, 60))
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim();
    if (words.length > 60 || !isLikelyTime(words) || JOINED.test(words) || !readTime(words, language, now)) continue;
    found.push([box, words]);
    last = box;
  }
  return found;
}

/** The text at the head of what stands before an element: `<dt>Joined</dt> <dd>9 May 2007</dd>`. */
function labelBefore(element: Element): string {
  const first = element.previousElementSibling?.firstChild;
  return (first?.nodeType === 1 ? first.firstChild : first)?.nodeValue?.slice(0, 60) ?? '';
}

/** A plugin may write one and the same title on every date; then what stands there is right. */
function withoutStale(times: Map<Element, string>, language: string, now: Date): void {
  const byValue = Map.groupBy(times, ([, value]) => value);
  for (const [value, entries] of byValue) {
    if (entries.length < 3) continue;
    const shown = entries.map(([element]) => (element.textContent ?? '').trim());
    if (shown.some((text) => text.length > 60 || text === value) || new Set(shown).size < 2) continue;
    const read = shown.map((text) => readTime(text, language, now)?.slice(0, 10));
    if (read.includes(undefined) || new Set(read).size < 2) continue;
    for (const [index, [element]] of entries.entries()) times.set(element, shown[index] ?? value);
  }
}
