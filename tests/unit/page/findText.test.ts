import { describe, expect, it } from 'vitest';
import { findWords } from '../../../utils/page/findText.ts';

/** A comment as forums nest them: a line about it, its words, and an answer inside. */
function aComment(): HTMLElement {
  const comment = document.createElement('article');
  const make = (name: string, className: string, ...content: (string | Node)[]) => {
    const element = document.createElement(name);
    element.className = className;
    element.append(...content);
    return element;
  };
  const words = make('div', 'words', make('p', '', 'First paragraph.'), make('p', '', 'Second paragraph.'));
  comment.append(make('div', 'meta', 'amber_k'), make('div', 'outer', words), make('div', 'answers', make('p', '', 'First of all, no.')));
  return comment;
}

describe("a comment's words in the page", () => {
  it('are found from the line above them, in the smallest element that holds them all', () => {
    const comment = aComment();
    const found = findWords(comment.querySelector('.meta') ?? comment, 'First paragraph.\nSecond paragraph.');
    expect(found).toBe(comment.querySelector('.words'));
  });

  it('are not made up where the page no longer holds them', () => {
    const comment = aComment();
    expect(findWords(comment, 'Something else.')).toBeNull();
    expect(findWords(comment, '')).toBeNull();
  });
});
