import DOMPurify from 'dompurify';
import { parseFragment } from '../reading/index.ts';
import { webAddress } from '../webUrl.ts';

/** What may stay of a page's markup: words, their order and emphasis, and links. No images, styles, classes or ids. */
const TAGS = 'a b blockquote br code del div em h1 h2 h3 h4 h5 h6 hr i li ol p pre s span strong sub sup ul'.split(' ');

/** Furniture whose words are not the comment's. */
const WITHOUT_CONTENT = ['button', 'form', 'iframe', 'object', 'select', 'svg', 'template', 'textarea', 'video', 'audio'];

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
  for (const link of copy.querySelectorAll('a[href]')) {
    const address = webAddress(link.getAttribute('href'), document.baseURI);
    if (address) link.setAttribute('href', address);
    else link.removeAttribute('href');
  }
  const fragment = DOMPurify.sanitize(copy, {
    ALLOWED_TAGS: TAGS,
    ALLOWED_ATTR: ['href', 'dir'],
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    ALLOWED_URI_REGEXP: /^https?:/i,
    // Else the direction of words is held to be an address.
    ADD_URI_SAFE_ATTR: ['dir'],
    ADD_FORBID_CONTENTS: WITHOUT_CONTENT,
    RETURN_DOM_FRAGMENT: true,
  });
  fragment.firstElementChild?.replaceWith(...fragment.firstElementChild.childNodes);
  for (const link of fragment.querySelectorAll('a[href]')) {
    link.setAttribute('rel', 'noopener noreferrer nofollow');
    link.setAttribute('target', '_blank');
  }
  // A heading inside a comment would stand in the outline of the sidebar.
  for (const heading of fragment.querySelectorAll('h1, h2, h3, h4, h5, h6')) heading.replaceWith(boldParagraph(heading));
  return fragment;
}

function boldParagraph(heading: Element): HTMLParagraphElement {
  const paragraph = heading.ownerDocument.createElement('p');
  const strong = heading.ownerDocument.createElement('strong');
  strong.append(...heading.childNodes);
  paragraph.append(strong);
  return paragraph;
}
