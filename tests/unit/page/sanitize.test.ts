// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { toFragment } from '../../../utils/page/sanitize.ts';

/** The markup that comes out, as text. */
function markup(html: string | Element): string {
  const view = document.createElement('div');
  view.append(toFragment(html, document));
  return new XMLSerializer()
    .serializeToString(view)
    .replaceAll(' xmlns="http://www.w3.org/1999/xhtml"', '')
    .slice('<div>'.length, -'</div>'.length);
}

describe('a comment shown in full', () => {
  it('keeps paragraphs, emphasis, lists, code and quotes', () => {
    const html =
      '<p>One <em>two</em> <strong>three</strong></p><ul><li>four</li></ul><pre><code>five</code></pre><blockquote>six</blockquote>';
    expect(markup(html)).toBe(html);
  });

  it('keeps links to the web, made absolute, that tell the other site nothing', () => {
    expect(markup('<a href="/there" class="x" onclick="alert(1)">there</a>')).toBe(
      `<a href="${new URL('/there', document.baseURI)}" rel="noopener noreferrer nofollow" target="_blank">there</a>`,
    );
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'java\nscript:alert(1)', 'vbscript:x', 'http://'])('makes no link of %j', (href) => {
    const link = document.createElement('a');
    link.setAttribute('href', href);
    link.append('words');
    expect(markup(link)).toBe('<a>words</a>');
  });

  it.each([
    ['scripts', '<p>a</p><script>alert(1)</script>', '<p>a</p>'],
    ['handlers', '<p onmouseover="alert(1)">a</p>', '<p>a</p>'],
    ['pictures', '<p>a<img src="https://example.org/pixel.gif" onerror="alert(1)"></p>', '<p>a</p>'],
    ['styles, ids and classes', '<p style="position:fixed" id="x" class="y" data-z="1">a</p>', '<p>a</p>'],
    ['style sheets', '<style>p { color: red }</style><p>a</p>', '<p>a</p>'],
    ['drawings', '<p>a</p><svg><a href="javascript:alert(1)"><text>b</text></a></svg>', '<p>a</p>'],
    [
      'frames and forms',
      '<iframe src="https://example.org"></iframe><form><input name="a"><button>Send</button></form><p>a</p>',
      '<p>a</p>',
    ],
    ['elements of the page, but not their words', '<custom-card><p>a</p></custom-card>', '<p>a</p>'],
    [
      'tricks with nested namespaces',
      '<math><mtext><table><mglyph><style><img src=x onerror="alert(1)"></style></mglyph></table></mtext></math>',
      '',
    ],
  ])('leaves out %s', (_what, html, expected) => {
    expect(markup(html)).toBe(expected);
  });

  it.each(['childNodes', 'localName', 'namespaceURI', 'parentNode', 'getAttribute'])(
    'is not misled by a form with a field called %s',
    (name) => {
      expect(markup(`<p>a</p><form><input name="${name}"><b>b</b></form><p>c</p>`)).toBe('<p>a</p><p>c</p>');
    },
  );

  it('keeps the direction of words', () => {
    expect(markup('<p dir="rtl" lang="ar">a</p>')).toBe('<p dir="rtl">a</p>');
  });

  it('keeps the order of words around elements that go', () => {
    expect(markup('a<section>b<font>c<em>d</em></font>e</section>f<!-- g -->h')).toBe('abc<em>d</em>efh');
  });

  it('shows words however deep they stand', () => {
    const outer = document.createElement('div');
    let inner = outer;
    for (let depth = 0; depth < 3000; depth += 1) inner = inner.appendChild(document.createElement('div'));
    inner.append('words');
    expect(toFragment(outer, document).textContent).toBe('words');
  });

  it('keeps emoji that are pictures as their words', () => {
    expect(markup('<p>fine <img class="emoji" src="/x.png" alt=":+1:"></p>')).toBe('<p>fine :+1:</p>');
  });

  it('shows headings as bold paragraphs', () => {
    expect(markup('<h2>Why <em>now</em></h2>')).toBe('<p><strong>Why <em>now</em></strong></p>');
  });

  it('leaves out our own badge, and leaves the page as it was', () => {
    const comment = document.createElement('div');
    const badge = document.createElement('span');
    badge.dataset.standpoint = 'badge';
    badge.append('supports');
    comment.append('Words', badge);
    document.body.append(comment);
    expect(markup(comment)).toBe('<div>Words</div>');
    expect(comment.childNodes).toHaveLength(2);
  });
});
