import { LABELS, type Label, shownLabel } from '../../stance/index.ts';
import { knownOf } from '../../summary/index.ts';
import {
  countedWord,
  describeCoverage,
  describePlaced,
  describeSide,
  formatCount,
  formatPart,
  formatTime,
  language,
  t,
  titleOfSide,
  WORDS,
} from '../../texts/index.ts';
import { webAddress } from '../../webUrl.ts';
import type { Export } from '../record.ts';

/** From one side to the other, then what could not be told. */
const ORDER: Label[] = ['support', 'mixed', 'neutral', 'question', 'oppose', 'unsure', 'skipped', 'pending'];

/** A thread as a page to read: its claim, how it divides, and the clearest comments of each side in their own words. */
export function toMarkdown({ thread, coverage, summary, tool, model, exportedAt }: Export): string {
  const { proposition } = thread;
  const { leading, suspected } = summary;
  const division = { pending: 0, ...summary.division };
  const verdicts = Object.fromEntries(thread.comments.map(({ id, stance }) => [id, stance]));
  const known = knownOf({ ...summary, division, proposition, read: coverage.read }, verdicts);
  const quotes = (ids: readonly string[]) => ids.map((id) => quoteOf(thread.comments, id)).join('\n\n');
  const sides =
    proposition.kind === 'claim' && coverage.read > 0
      ? [known.larger, known.smaller].flatMap((side) => [
          `## ${titleOfSide(known, side)}`,
          describeSide(known, side),
          quotes(side === known.smaller && suspected.length > 0 ? suspected : leading[side]),
        ])
      : [];
  return `${[
    `# ${linked(thread.title || thread.url, thread.url)}`,
    `## ${claimedBy(proposition)}`,
    quoted(proposition.text),
    `## ${t('sidebar.stands')}`,
    coverage.read > 0 && table(division, coverage.read, proposition.kind),
    escaped(describePlaced(known)),
    ...sides,
    `## ${t('export.about')}`,
    [
      `- ${t('export.coverage')}: ${escaped(describeCoverage(coverage.read, coverage.total, coverage.unreadable))}`,
      `- ${t('export.date')}: ${day(exportedAt)}`,
      `- ${t('export.by', { tool: `${tool.name} ${tool.version}`, model: escaped(model) })} ${t('sidebar.mayBeWrong')}`,
    ].join('\n'),
  ]
    .filter(Boolean)
    .join('\n\n')}\n`;
}

/** Where the claim comes from, as somebody else reads it: the words of the reader who made the digest are not theirs. */
function claimedBy({ kind, of }: Export['thread']['proposition']): string {
  if (of === 'reader') return t('export.ownWords');
  return t(kind === 'question' ? 'claim.asks' : `claim.${of}`);
}

/** The same counts as on the screen: below an open question those who seem to take a side are among those who answer. */
function table(stances: Record<Label, number>, read: number, kind: 'claim' | 'question'): string {
  const division = new Map<Label, number>();
  for (const label of LABELS) division.set(shownLabel(label, kind), (division.get(shownLabel(label, kind)) ?? 0) + stances[label]);
  const isTold = (label: Label) => division.has(label) && (label !== 'pending' || stances.pending > 0);
  const rows = ORDER.filter(isTold).map((label) => {
    const count = division.get(label) ?? 0;
    const name = kind === 'question' && label === 'neutral' ? countedWord(label, 1, kind) : WORDS[label];
    return `| ${name} | ${formatCount(count)} | ${formatPart(count / read)} |`;
  });
  return [`| ${t('export.stands')} | ${t('export.comments')} | ${t('export.share')} |`, '|---|--:|--:|', ...rows].join('\n');
}

function day(time: string): string {
  return new Intl.DateTimeFormat(language(), { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(time));
}

/** Somebody's own words, and who said them where and when. */
function quoteOf(comments: Export['thread']['comments'], id: string): string {
  const comment = comments.find((candidate) => candidate.id === id);
  if (!comment) return '';
  const by = linked(comment.author ?? t('comment.unknown'), comment.permalink);
  const time = formatTime(comment.time);
  return `${quoted(comment.text)}\n>\n> — ${by}${time && `, ${escaped(time)}`}`;
}

function quoted(text: string): string {
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => `> ${escaped(line)}`)
    .join('\n>\n');
}

/** Words as a link, where there is an address that a link may have. */
function linked(text: string, address: string | null): string {
  const shown = escaped(text.replace(/[\n\r\u2028\u2029]/g, ' '));
  const href = webAddress(address);
  // What could end the address, or be taken for markup within it, is written by its number.
  return href ? `[${shown}](<${href.replace(/[\\()<>[\]{}*_`|\s]/g, byNumber)}>)` : shown;
}

const byNumber = (letter: string) => `%${letter.charCodeAt(0).toString(16).padStart(2, '0')}`;

const BY_NAME: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '{': '&#123;', '}': '&#125;' };

/**
 * Words that stay these words in every kind of Markdown (CommonMark, GitHub's with tables, strikethrough, formulas and addresses that
 * become links) and in templates that are filled in before it: a backslash before each sign that could mean something. The signs of HTML and
 * of templates are written by name, since a backslash means nothing to these. Addresses are words too: nobody's words become a link.
 */
function escaped(text: string): string {
  return (
    text
      .replace(/[\\`*_[\]~|$!]/g, '\\$&')
      .replace(/[&<>{}]/g, (sign) => BY_NAME[sign] ?? sign)
      .replace(/\](?=\()/g, ']\\')
      .replace(/\b(https?|ftp|mailto|xmpp|javascript|vbscript|data):/gi, '$1\\:')
      .replace(/\b(www)\./gi, '$1\\.')
      .replace(/(?<=\S)@(?=\S)/g, '\\@')
      // What only means something at the start of a line: code by indentation, headings, lists, lines under headings.
      .replace(/^\s+/, '')
      .replace(/^[#+=-]/, '\\$&')
      .replace(/^(\d{1,9})([.)])/, '$1\\$2')
  );
}
