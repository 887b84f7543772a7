import { JOINED } from '../namesAndTimes.ts';
import { type Byline, bylineOf, signatureOf, timeAlone } from './byline.ts';
import type { Line } from './lines.ts';
import { looksLikeName, type Stretch } from './nameInLine.ts';
import { quotesLeft } from './quotations.ts';

/** A cell, or a line, that says what the one after it is. */
const NAME_LABEL =
  /^(?:name|from|author|by|user|user ?name|nick|nickname|poster|posted by|written by|sender|von|autor|verfasser|absender|nom|auteur|pseudo|nombre|nome|naam|имя|автор) ?[:：]?$/i;
const OTHER_LABEL =
  /^(?:date|time|posted|when|sent|on|datum|am|fecha|data|comments?|message|text|entry|post|reply|kommentar|nachricht|eintrag|beitrag|commentaire|mensaje|comentario|messaggio|commento|дата|сообщение) ?[:：]?$/i;
const WORDS_LABEL =
  /^(?:comments?|message|text|entry|kommentar|nachricht|eintrag|commentaire|mensaje|comentario|messaggio|commento) ?[:：] /i;

const LABELLED_NAME = /^(?:name|author|nick|nickname|nom|nombre|nome|naam) ?[:：] ?\S/i;
const PLACE = /^(?:from|von|de) ?[:：]/i;
/** What people say of themselves beside what they say. */
const ABOUT =
  /^(?:e-?mail|home ?page|web ?(?:site|page)?|url|location|city|country|town|wohnort|ort|ville|ciudad|icq|phone|age) ?(?:address)? ?[:：](?: |$)/i;

/** A few lines of a kind are of a kind. */
const FEW = 3;

/** What the lines of a page say of who wrote and when, each by itself or by the one beside it. */
export function bylinesOf(lines: readonly Line[], language: string, now: Date): Map<Line, Byline> {
  const found = new Map<Line, Byline>();
  for (const line of lines) {
    const byline = bylineOf(line.text, language, now);
    if (byline) found.set(line, byline);
  }
  quotesLeft(found);
  besideLabels(lines, found);
  inTermsAndColons(lines, found);
  const signed = lines.flatMap((line): [Line, Byline][] => {
    const signature = found.has(line) ? null : signatureOf(line.text, language, now);
    return signature ? [[line, signature]] : [];
  });
  if (signed.length >= FEW) for (const [line, signature] of signed) found.set(line, signature);
  const times = new Map<Line, Stretch>();
  for (const [index, line] of lines.entries()) {
    const isJoined = JOINED.test(line.text) || JOINED.test(lines[index - 1]?.text ?? '');
    const time = found.has(line) || isJoined ? null : timeAlone(line.text, language, now);
    if (time) times.set(line, time);
  }
  besideTimes(lines, found, times);
  for (const [line, time] of times) found.set(line, { name: null, time, end: line.text.length, said: false });
  return found;
}

const whole = (line: Line, part: 'name' | 'time' | null, said: boolean): Byline => ({
  name: part === 'name' ? [0, line.text.length] : null,
  time: part === 'time' ? [0, line.text.length] : null,
  end: line.text.length,
  said,
});

/** "Name:" in one cell, the name in the next; what else stands so is no word of the author's either. */
function besideLabels(lines: readonly Line[], found: Map<Line, Byline>): void {
  const labels = lines.flatMap((line, index) => (NAME_LABEL.test(line.text) ? [index] : []));
  const labelled = lines.filter(({ text }) => LABELLED_NAME.test(text)).length;
  if (labels.length < FEW && labelled < FEW) return;
  // Beside "Name:", "From:" says where somebody lives.
  const isPlace = (label: string) =>
    PLACE.test(label) && lines.filter(({ text }) => /^(?:name|nom|nombre|nome|naam)\b/i.test(text)).length >= FEW;
  for (const index of labels) {
    const [label, line] = [lines[index], lines[index + 1]];
    if (!label || !line || !looksLikeName(line.text, true)) continue;
    found.set(label, whole(label, null, true));
    found.set(line, whole(line, isPlace(label.text) ? null : 'name', true));
  }
  for (const [index, line] of lines.entries()) {
    if (isPlace(line.text)) found.set(line, whole(line, null, true));
    const about = ABOUT.exec(line.text)?.[0].length;
    const value = lines[index + 1];
    if (about !== undefined) found.set(line, whole(line, null, true));
    if (about === line.text.length && value && value.text.length < 60 && !found.has(value)) found.set(value, whole(value, null, true));
    if (found.has(line)) continue;
    if (OTHER_LABEL.test(line.text)) found.set(line, whole(line, null, true));
    const label = WORDS_LABEL.exec(line.text)?.[0].length;
    if (label) found.set(line, { name: null, time: null, end: label, said: true });
  }
}

/** What is emphasised at the head of a line, before a colon: "**amber**: I think …" */
function boldAtHead({ nodes, text }: Line): string {
  const bold = nodes.find(({ data }) => data.trim())?.parentElement?.closest('b, strong');
  const name = (bold?.textContent ?? '').slice(0, 60).replace(/\s+/g, ' ').trim();
  const head = /[:：]$/.test(name) ? name : `${name}:`;
  return name && text.length > head.length && text.startsWith(head) ? head : '';
}

/** Terms of a list, and lines that end in a colon ("amber:"), where several of them could be names and not all are the same. */
function inTermsAndColons(lines: readonly Line[], found: Map<Line, Byline>): void {
  const isTerm = ({ nodes }: Line) =>
    nodes[0]?.parentElement?.closest('dt') != null && !nodes.some((node) => node.parentElement?.closest('time, [datetime]'));
  for (const isOne of [isTerm, ({ text }: Line) => /[^:：][:：]$/.test(text)]) {
    const some = lines.filter((line) => !found.has(line) && isOne(line) && looksLikeName(nameAt(line, 0), false));
    if (some.length < FEW || new Set(some.map(({ text }) => text)).size < 2) continue;
    for (const line of some) found.set(line, { name: [0, nameAt(line, 0).length], time: null, end: line.text.length, said: false });
  }
  const bold = lines.filter((line) => !found.has(line) && looksLikeName(boldAtHead(line).slice(0, -1), false));
  if (bold.length < FEW || new Set(bold.map(boldAtHead)).size < 2) return;
  for (const line of bold) {
    const { length } = boldAtHead(line);
    found.set(line, { name: [0, length - 1], time: null, end: length, said: false });
  }
}

/** Where a name may stand, in lines from a time. */
const OFFSETS = [-1, 1, -2, -3, -4, -5];

/** A short line before or after one that holds nothing but a time, whichever is the commoner. */
function besideTimes(lines: readonly Line[], found: Map<Line, Byline>, alone: ReadonlyMap<Line, Stretch>): void {
  const timed = lines.flatMap((line, index) => (alone.has(line) ? [index] : []));
  if (timed.length < FEW) return;
  const numbered = (line: Line) => /^(?:#?\d{1,5}[.):]? |[–—-] ?)?/.exec(line.text)?.[0].length ?? 0;
  const isName = (line: Line | undefined) =>
    line !== undefined && (!found.has(line) || found.get(line)?.name) && looksLikeName(nameAt(line, numbered(line)), false);
  const besideNames = (offset: number) => timed.filter((index) => isName(lines[index + offset]));
  // Between a name and a time there may stand what is known of the person; of what could be names, names differ most.
  const differing = (offset: number) =>
    new Set(besideNames(offset).map((index) => lines[index + offset]?.text)).size * (offset === -1 ? 1.2 : 1);
  const [offset] = OFFSETS.toSorted((one, other) => differing(other) - differing(one)) as [number];
  const times = besideNames(offset);
  if (times.length < FEW || times.length < 0.6 * timed.length || differing(offset) < 2) return;
  const beside = times.map((index) => lines[index + offset] as Line);
  // The last of the page, or the first, has no time on that side.
  const paths = new Set(beside.map(pathOf));
  const others = paths.size === 1 ? lines.filter((line) => paths.has(pathOf(line)) && isName(line) && !alone.has(line)) : [];
  for (const line of new Set([...beside, ...others])) {
    if (found.has(line)) continue;
    const start = numbered(line);
    found.set(line, { name: [start, start + nameAt(line, start).length], time: null, end: line.text.length, said: false });
  }
}

/** What a line stands in, in words. */
function pathOf({ nodes }: Line): string {
  let path = '';
  for (let around = nodes[0]?.parentElement, up = 0; around && up < 3; around = around.parentElement, up++)
    path += ` ${around.tagName}.${around.className}:${[...(around.parentElement?.children ?? [])].slice(0, 8).indexOf(around)}`;
  return path.replace(/:-?\d+$/, '');
}

function nameAt({ text }: Line, start: number): string {
  return text
    .slice(start)
    .replace(/[\s,:;|–—-]{1,5}$/, '')
    .replace(/ ?[([<][^()[\]<>]{1,40}[)\]>]$/, '');
}
