import { spokenEmoji } from '../spokenEmoji.ts';
import type { Tokenize } from './tokenize.ts';

/** How many pieces of each text the encoder reads. */
export interface Lengths {
  post: number;
  parent: number;
  comment: number;
}

/**
 * What a comment is read with: the opening post as `postTextOf` gives it (the claim; the title where that is another text; the post), the
 * comment answered (empty where that is the opening post), its own words.
 */
export interface Texts {
  post: readonly string[];
  parent: string;
  comment: string;
}

/** One comment as the encoder reads it. */
export interface Input {
  /** `[CLS] post [SEP] parent [SEP] comment [SEP]` as numbers of pieces. */
  ids: number[];
  /** Where the comment itself begins in `ids`. */
  from: number;
  /** Whether it answers another comment. */
  isReply: boolean;
}

/** So many characters of a text are looked at, as in training; further ones would only cost time. */
const CHARACTERS = { post: 6000, parent: 3000, comment: 4000 };
/** How many pieces of the claim are read, and of a title beside it. */
const CLAIM = 48;
const TITLE = 20;
/** The post's own text is left out where claim and title leave no more room than this. */
const ROOM = 4;
const BEGINNING = 0.75;

/** The first `count` code points of a text. */
function beginningOf(text: string, count: number): string {
  if (text.length <= count) return text;
  let end = 0;
  for (let left = count; left > 0 && end < text.length; left--) end += (text.codePointAt(end) as number) > 0xffff ? 2 : 1;
  return text.slice(0, end);
}

/** At most `count` pieces: the beginning, and a quarter of the end. */
function cut(ids: number[], count: number): number[] {
  if (ids.length <= count) return ids;
  const first = Math.floor(count * BEGINNING);
  return [...ids.slice(0, first), ...ids.slice(ids.length - (count - first))];
}

/** Remembers the last answer: comments of one thread share their opening post, neighbours often what they answer. */
function once<Answer>(answer: (...texts: string[]) => Answer) {
  let last: { texts: string[]; answer: Answer } | undefined;
  return (...texts: string[]): Answer => {
    if (!last || last.texts.length !== texts.length || texts.some((text, index) => text !== last?.texts[index]))
      last = { texts, answer: answer(...texts) };
    return last.answer;
  };
}

/** Turns texts into what the encoder reads, piece for piece as in training. */
export function inputs({ cls, sep, pieces }: Tokenize, lengths: Lengths): (texts: Texts) => Input {
  const piecesOf = (text: string, characters: number) => (text === '' ? [] : pieces(spokenEmoji(beginningOf(text, characters))));
  const opening = once((...post: string[]) => {
    const [claim = '', ...others] = post;
    const text = others.pop() ?? '';
    const [title = ''] = others;
    const head = [...piecesOf(claim, CHARACTERS.post).slice(0, CLAIM), ...piecesOf(title, CHARACTERS.post).slice(0, TITLE)];
    const room = lengths.post - head.length;
    return room > ROOM ? [...head, ...cut(piecesOf(text, CHARACTERS.post), room)] : head;
  });
  const answered = once((parent: string) => cut(piecesOf(parent, CHARACTERS.parent), lengths.parent));
  return ({ post, parent, comment }) => {
    const before = [cls, ...opening(...post), sep, ...answered(parent), sep];
    const own = cut(piecesOf(comment, CHARACTERS.comment), lengths.comment);
    return { ids: [...before, ...own, sep], from: before.length, isReply: parent !== '' };
  };
}
