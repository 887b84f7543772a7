import { parseFragment } from '../reading/dom.ts';

/** What may stay of a page's markup: words, their order and emphasis, and links. No images, styles, classes or ids. */
const TAGS = new Set('a b blockquote br code del div em h1 h2 h3 h4 h5 h6 hr i li ol p pre s span strong sub sup ul'.split(' '));

/** What may stay of their attributes, once every link leads to the web. */
const ATTRIBUTES = ['href', 'dir'];

/** Furniture whose words are not the comment's; of any other element the words stay. */
const WITHOUT_CONTENT = new Set(
  'audio button colgroup form head iframe noembed noframes noscript object plaintext script select style template textarea thead title video xmp'.split(
    ' ',
  ),
);

/**
 * Turns markup of a page into markup of ours: the one place where that happens. Takes HTML or an element (which stays untouched),
 * gives a fragment for `document` in which nothing loads, runs or is styled, and every link is absolute, http or https.
 */
export function toFragment(html: string | Element, document: Document): DocumentFragment {
  // In a document of its own, where images do not load and the page's custom elements do not come alive.
  const copy = document.implementation.createHTMLDocument().createElement('div');
  const inert = copy.ownerDocument;
  copy.append(...(typeof html === 'string' ? parseFragment(html) : [inert.importNode(html, true)]));
  for (const ours of copy.querySelectorAll('[data-standpoint]')) ours.remove();
  // Emoji are pictures on most forums; their words are kept.
  for (const picture of copy.querySelectorAll('img[alt]')) picture.replaceWith(picture.getAttribute('alt') ?? '');
  for (const link of copy.querySelectorAll('a[href]')) resolve(link, document.baseURI);
  const fragment = rebuilt(copy, document);
  for (const link of fragment.querySelectorAll('a[href]')) {
    link.setAttribute('rel', 'noopener noreferrer nofollow');
    link.setAttribute('target', '_blank');
  }
  // A heading inside a comment would stand in the outline of the sidebar.
  for (const heading of fragment.querySelectorAll('h1, h2, h3, h4, h5, h6')) heading.replaceWith(boldParagraph(heading));
  return fragment;
}

/**
 * What stands in an element, built anew: no node of the page is taken over and no text is parsed, so nothing of it can turn into another
 * thing on the way. A walker finds the way, since a form names its own `childNodes` after its fields.
 */
function rebuilt(root: Element, document: Document): DocumentFragment {
  const fragment = document.createDocumentFragment();
  const made = new Map<Node | null, Node>([[root, fragment]]);
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, judge);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const copy = node instanceof Element ? copyOf(node, document) : document.createTextNode(node.nodeValue ?? '');
    made.get(walker.parentNode())?.appendChild(copy);
    made.set(node, copy);
    walker.currentNode = node;
  }
  return fragment;
}

/** Whether a node stays, goes but for what stands in it, or goes with that. */
function judge(node: Node): number {
  if (!(node instanceof Element)) return NodeFilter.FILTER_ACCEPT;
  const name = nameOf(node);
  if (WITHOUT_CONTENT.has(name) || namespaceOf(node) !== HTML) return NodeFilter.FILTER_REJECT;
  return TAGS.has(name) ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP;
}

function copyOf(element: Element, document: Document): Element {
  const copy = document.createElement(nameOf(element));
  for (const name of ATTRIBUTES) {
    const value = element.getAttribute(name);
    if (value !== null) copy.setAttribute(name, value);
  }
  return copy;
}

const HTML = 'http://www.w3.org/1999/xhtml';
// As the browser knows them, whatever the fields of a form are called.
const nameOf = (element: Element): string => Reflect.get(Element.prototype, 'localName', element);
const namespaceOf = (element: Element): string | null => Reflect.get(Element.prototype, 'namespaceURI', element);

function resolve(link: Element, base: string): void {
  const href = link.getAttribute('href') ?? '';
  const url = URL.canParse(href, base) ? new URL(href, base) : null;
  if (url?.protocol === 'http:' || url?.protocol === 'https:') link.setAttribute('href', url.href);
  else link.removeAttribute('href');
}

function boldParagraph(heading: Element): HTMLParagraphElement {
  const paragraph = heading.ownerDocument.createElement('p');
  const strong = heading.ownerDocument.createElement('strong');
  strong.append(...heading.childNodes);
  paragraph.append(strong);
  return paragraph;
}
