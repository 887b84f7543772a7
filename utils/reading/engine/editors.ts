import type { Posts } from './fields.ts';

/** What a reader writes in. */
export const EDITORS = 'textarea, [contenteditable=""], [contenteditable="true"], [contenteditable="plaintext-only"]';

/**
 * The forms that somebody writes in, each a draft with labels of its own ("Edit reason:"): forums open them in the place of a post's words to have
 * them edited, and below them to have them answered.
 */
export function draftsIn(posts: Posts): Element[] {
  return Array.from(posts.matching(EDITORS), (editor) => editor.closest('form') ?? editor);
}
