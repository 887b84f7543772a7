import type { Comment, Thread } from '../../thread/index.ts';
import type { Input, Texts } from '../encoder/input.ts';
import { isForeign } from '../language.ts';
import type { AnalyzeOptions } from '../model.ts';
import { postTextOf } from '../postText.ts';
import { spokenEmoji } from '../spokenEmoji.ts';
import type { Because } from '../verdict.ts';

/** One comment on its way to a verdict. */
export interface Reading {
  comment: Comment;
  /** Index of the comment it answers; −1 where it answers the opening post, or one that is not in the page. */
  parent: number;
  /** Why it is not read; `null` where it is. */
  silent: Because | null;
  /** What the encoder reads of it. */
  input(): Input;
}

/** What of the thread the encoder reads. `known` is the bitmap of common words, empty where there is none. */
export function readingsOf(thread: Thread, options: AnalyzeOptions, known: Uint8Array, inputOf: (texts: Texts) => Input): Reading[] {
  const post = postTextOf(thread.title, thread.opening?.text ?? '', options.corrections?.proposition);
  const indices = new Map(thread.comments.map(({ id }, index) => [id, index]));
  const answered = ({ id, parent }: Comment) =>
    parent === null || parent === thread.opening?.id || parent === id ? -1 : (indices.get(parent) ?? -1);
  return thread.comments.map((comment) => {
    const parent = answered(comment);
    const text = thread.comments[parent]?.text ?? '';
    return {
      comment,
      parent,
      silent: silence(comment, known, options.languages?.[comment.id]),
      input: () => inputOf({ post, parent: text, comment: comment.text }),
    };
  });
}

function silence({ deleted, text }: Comment, known: Uint8Array, language?: string): Because | null {
  if (deleted || !/[\p{L}\p{N}?!]/u.test(spokenEmoji(text))) return 'empty';
  const foreign = language ? !language.startsWith('en') : isForeign(known, text);
  return foreign ? 'language' : null;
}
