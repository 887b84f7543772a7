import { type Analysis, type Label, shownLabel } from '../stance/index.ts';
import { type Comment, displayName, type Thread } from '../thread/index.ts';

/** What a comment can be looked for by, beside its stance, its author and its words. */
export const KINDS = ['any', 'unseen', 'fresh', 'opener', 'answered', 'asking', 'quoting', 'linking', 'corrected'] as const;
/** What kind of comment is looked for. */
export type Kind = (typeof KINDS)[number];

/** What the reader looks for in a thread: all of it must be so. */
export interface Filter {
  /** Any of these; all where there is none. As shown below the kind of thread: under an open question all answers are `neutral`. */
  stances: readonly Label[];
  /** A part of the author's name. */
  author: string;
  /** All of these words; "in quotes" they must stand together. */
  query: string;
  kind: Kind;
}

/** Lets every comment through. */
export const NO_FILTER: Filter = { stances: [], author: '', query: '', kind: 'any' };

/** Whether a filter lets every comment through. */
export function isEmpty({ stances, author, query: words, kind }: Filter): boolean {
  return stances.length === 0 && author.trim() === '' && searchTerms(words).length === 0 && kind === 'any';
}

/** Ids of the comments that the reader had in view, and of those that came after their last visit. */
export interface Known {
  seen: ReadonlySet<string>;
  fresh: ReadonlySet<string>;
}

/** The comments that a filter lets through, in the order of the page. Linear. */
export function filterComments(thread: Thread, analysis: Analysis, filter: Filter, known: Known): Comment[] {
  const name = fold(filter.author.trim());
  const words = searchTerms(filter.query);
  const stances = new Set(filter.stances);
  const isOf = kindOf(filter.kind, thread, analysis, known);
  return thread.comments.filter(
    (comment) =>
      (stances.size === 0 || stances.has(labelOf(analysis, comment.id))) &&
      (name === '' || fold(comment.author ?? '').includes(name)) &&
      (words.length === 0 || words.every((word) => foldedText(comment).includes(word))) &&
      isOf(comment),
  );
}

/** What a comment's badge shows. */
export function labelOf({ verdicts, proposition }: Analysis, id: string): Label {
  return shownLabel(verdicts[id]?.opening.stance ?? 'pending', proposition.kind);
}

function kindOf(kind: Kind, thread: Thread, analysis: Analysis, { seen, fresh }: Known): (comment: Comment) => boolean {
  const opener = thread.opening && displayName(thread.opening);
  switch (kind) {
    case 'any':
      return () => true;
    case 'unseen':
      return ({ id }) => !seen.has(id);
    case 'fresh':
      return ({ id }) => fresh.has(id);
    case 'opener':
      return ({ author }) => opener !== null && author === opener;
    case 'answered': {
      const answered = new Set(thread.comments.filter(({ author }) => opener !== null && author === opener).map(({ parent }) => parent));
      return ({ id }) => answered.has(id);
    }
    case 'asking':
      return ({ id, text }) => analysis.verdicts[id]?.opening.stance === 'question' || /[?？؟](?!\S*=)/.test(text);
    case 'quoting':
      return ({ quotes }) => quotes.length > 0;
    case 'linking':
      return ({ text }) => /https?:\/\/|\bwww\./.test(text);
    case 'corrected':
      return ({ id }) => analysis.verdicts[id]?.opening.because === 'reader';
  }
}

/** The words looked for, without regard to case and accents: `"New York" train` gives two. */
export function searchTerms(query: string): string[] {
  const parts = [...query.matchAll(/"([^"]+)"?|[^\s"]+/g)].map(([whole, quoted]) => fold((quoted ?? whole).trim()));
  return parts.filter(Boolean);
}

/** Where words looked for stand in a text: stretches from the first to the last, none over another. */
export function matchRanges(text: string, words: readonly string[]): { start: number; end: number }[] {
  const folded = fold(text);
  const found = words.flatMap((word) => {
    const ranges: { start: number; end: number }[] = [];
    for (let start = folded.indexOf(word); start >= 0; start = folded.indexOf(word, start + word.length))
      ranges.push({ start: start, end: start + word.length });
    return ranges;
  });
  found.sort((one, other) => one.start - other.start || other.end - one.end);
  let reached = 0;
  return found.filter(({ start, end }) => {
    if (start < reached) return false;
    reached = end;
    return true;
  });
}

/** A text in small letters without accents, as long as it was, so that places in it are places in the text. */
function fold(text: string): string {
  const small = text.toLowerCase();
  // A few letters are longer when small: those stay as they are.
  const same =
    small.length === text.length ? small : text.replace(/\p{Lu}/gu, (letter) => (letter === 'İ' ? letter : letter.toLowerCase()));
  return same.replace(/[\u00c0-\u1fff]/g, (letter) => letter.normalize('NFD').charAt(0));
}

const folded = new WeakMap<Comment, string>();

/** Kept, since a reader who types asks for it again with every letter. */
function foldedText(comment: Comment): string {
  let text = folded.get(comment);
  if (text === undefined) {
    text = fold(comment.text);
    folded.set(comment, text);
  }
  return text;
}

/** As much of a comment as tells why it was found: its own words around the first that was looked for. */
export function excerptRange(text: string, words: readonly string[], length = 140): { start: number; end: number } {
  const [first] = matchRanges(text, words);
  const from = Math.max(0, (first?.start ?? 0) - length / 3);
  // Whole words; a comment of one endless word is cut where it must be.
  const start = from === 0 ? 0 : Math.min(first?.start ?? 0, text.indexOf(' ', from) + 1 || from);
  const cut = Math.max(start + length, first?.end ?? 0);
  if (cut >= text.length) return { start, end: text.length };
  const space = text.lastIndexOf(' ', cut);
  return { start, end: space > (first?.end ?? start) ? space : cut };
}
