import { describe, expect, it } from 'vitest';
import { rangeOf } from '../../../utils/page/textRanges.ts';

function aPlace(html: string): Element {
  return new DOMParser().parseFromString(`<article>${html}</article>`, 'text/html').querySelector('article') as Element;
}

/** What would be marked in the page for words of the comment. */
function marked(html: string, text: string, words: string): string | null {
  const place = document.importNode(aPlace(html), true);
  const start = text.indexOf(words);
  return rangeOf(place, text, start, start + words.length)?.toString() ?? null;
}

describe('the words that weighed', () => {
  it('are found in the page across links, emphasis and paragraphs', () => {
    const html = '<p>I do <em>not</em> agree</p>\n<p>at <a href="/">all</a>, my friend.</p>';
    expect(marked(html, 'I do not agree\nat all, my friend.', 'not agree')).toBe('not agree');
    expect(marked(html, 'I do not agree\nat all, my friend.', 'at all')).toBe('at all');
  });

  it('are those that weighed and not the same words elsewhere', () => {
    const html = '<p>No. That is a no from me.</p>';
    const place = document.importNode(aPlace(html), true);
    const text = 'No. That is a no from me.';
    expect(rangeOf(place, text, 14, 16)?.startOffset).toBe(14);
  });

  it('are found by their neighbours where the page holds a quote between them, if there is no doubt', () => {
    const html = '<p>First of all, you are not right.</p><blockquote>You are right</blockquote><p>This is simply wrong.</p>';
    const text = 'First of all, you are not right.\nThis is simply wrong.';
    expect(marked(html, text, 'of all')).toBe('of all');
    expect(marked(html, text, 'not right')).toBe('not right');
    expect(marked(html, text, 'right')).toBeNull();
  });

  it('are not guessed at where the page does not hold them', () => {
    expect(marked('<p>Something else</p>', 'I agree', 'agree')).toBeNull();
  });
});
