// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { readWords } from '../../../../utils/reading/engine/visibleText.ts';
import { quickest } from '../../../quickest.ts';

const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html').body;
const words = (html: string) => readWords(parse(html), new Set());

test.each([
  ['blocks stand on lines of their own', '<p>one</p><div>two <b>and</b> three</div>four', 'one\ntwo and three\nfour'],
  ['white space is folded, lines of <pre> stay', '<p>a \n  b</p><pre>x  y\n  z</pre>', 'a b\nx  y\nz'],
  ['a word is not cut where markup begins', 'un<b>break</b>able', 'unbreakable'],
  ['scripts, buttons and our own nodes say nothing', 'a<script>b</script><button>c</button><span data-standpoint="badge">d</span>e', 'ae'],
  ['soft hyphens and control characters go', 'An\u00adzeige\u0000 \u0007end', 'Anzeige end'],
  ['what would turn the direction of all that follows goes', 'amber \u202Egnihtyna\u202C says', 'amber gnihtyna says'],
  ['right-to-left words stay as they are', '<p dir="rtl">שלום \u200Fעולם</p>', 'שלום \u200Fעולם'],
  ['a smiley drawn as an image is read where nothing else is', '<img alt=":-)" src="x">', ':-)'],
  ['and not beside words', 'yes <img alt=":-)" src="x">', 'yes'],
  ['an emoji drawn as an image is the character it stands for', 'yes <img alt="😂" src="x">', 'yes 😂'],
  [
    'a link of which the site shows only both ends is read whole',
    'See <a href="https://example.org/a/very/long/path/page.html">https://example.org/a/ve…page.html</a>.',
    'See https://example.org/a/very/long/path/page.html.',
  ],
  [
    'and one that shows something else as it shows itself',
    '<a href="https://evil.example.com/">https://example.org/a…b</a>',
    'https://example.org/a…b',
  ],
  [
    'a formula that is there for the eye, for readers of screens and as written is read as written',
    'Cost <span class="katex"><span class="katex-mathml"><math><semantics><msup><mi>n</mi><mn>2</mn></msup><annotation encoding="application/x-tex">n^2</annotation></semantics></math></span><span class="katex-html" aria-hidden="true"><b>n</b><b>2</b></span></span> each',
    'Cost n^2 each',
  ],
  [
    'one whose source is not there by its characters, once',
    'Cost <span class="MathJax"><nobr aria-hidden="true"><span>n</span><span>+1</span></nobr><span class="MJX_Assistive_MathML"><math><mi>n</mi><mo>+</mo><mn>1</mn></math></span></span><script type="math/tex">n+1</script> each',
    'Cost n+1 each',
  ],
  ['what is hidden from readers of screens beside words is read', 'So <span aria-hidden="true">be</span> it', 'So be it'],
])('%s', (_, html, text) => expect(words(html)).toBe(text));

test('what is skipped is left out with all it holds', () => {
  const body = parse('keep <i>drop <b>this</b></i> and keep');
  expect(readWords(body, new Set(body.querySelectorAll('i')))).toBe('keep and keep');
});

test('deeply nested words are read without recursion', () => {
  const deep = 3000;
  expect(words(`${'<div>'.repeat(deep)}deep words${'</div>'.repeat(deep)}`)).toBe('deep words');
});

test('a megabyte of white space and of words takes no longer than its length', () => {
  const time = (size: number, enough?: number) =>
    quickest(() => {
      expect(words(`<p>${' \n\t'.repeat(350 * size)}</p>${'<b> </b>'.repeat(20 * size)}end`)).toBe('end');
      expect(words('word '.repeat(200 * size))).toHaveLength(1000 * size - 1);
    }, enough);
  time(10);
  const one = time(100);
  expect(time(1000, 60 * one) / one).toBeLessThan(60);
});
