import type { Export } from '../record.ts';

const COLUMNS = [
  'id',
  'parent',
  'author',
  'time',
  'score',
  'stance',
  'confidence',
  'best',
  'stance_to_parent',
  'confidence_to_parent',
  'because',
  'set_by',
  'deleted',
  'permalink',
  'text',
  'quotes',
];

/** Spreadsheets take a file for UTF-8 only where it says so. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * One row a post (RFC 4180): the opening post, which stands nowhere itself, then the comments in the order of the page. No cell begins a
 * formula: see `cell`.
 */
export function toCsv({ thread }: Export): string {
  const posts: (Export['thread']['comments'][number] | NonNullable<Export['thread']['opening']>)[] = [
    ...(thread.opening ? [thread.opening] : []),
    ...thread.comments,
  ];
  const rows = posts.map((post) => {
    const { id, parent, author, time, score, deleted, permalink, text, quotes } = post;
    const stance = 'stance' in post ? post.stance : null;
    return [
      id,
      parent,
      author,
      time,
      score,
      stance?.opening.stance ?? null,
      stance?.opening.confidence ?? null,
      stance?.opening.best ?? null,
      stance?.parent?.stance ?? null,
      stance?.parent?.confidence ?? null,
      stance?.opening.because ?? null,
      stance?.opening.setBy ?? null,
      String(deleted),
      permalink,
      text,
      quotes.map((quote) => quote.text).join('\n\n') || null,
    ];
  });
  return BYTE_ORDER_MARK + [COLUMNS, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** White space and invisible characters, and what ends a cell for programs that part cells by semicolons, tabs or lines; then what may begin a formula. */
const BLANK_THEN_SIGN = /([\n\r\t;\p{Z}\p{C}'"]+)([=+\-@＝＋－＠])?|^[=+\-@＝＋－＠]/gu;

/**
 * A cell as RFC 4180 writes it. Words that a spreadsheet would work out get an apostrophe before them, which makes them words
 * (OWASP, "CSV injection"); full-width signs count as the plain ones in some languages.
 */
function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const harmless = value.replace(BLANK_THEN_SIGN, (found, blank: string | undefined, sign: string | undefined, offset: number) => {
    if (blank === undefined) return `'${found}`;
    return sign && (offset === 0 || /[\n\r\t;]/.test(blank)) ? `${blank}'${sign}` : found;
  });
  return `"${harmless.replaceAll('"', '""')}"`;
}
