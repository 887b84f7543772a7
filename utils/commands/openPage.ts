import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { JSDOM, VirtualConsole } from 'jsdom';
import { type DefaultTreeAdapterMap, defaultTreeAdapter, parse } from 'parse5';
import { decodePage, pageAddress } from '../reading/index.ts';

/** A saved page as a browser would hold it, its scripts not run and its styles not looked at. */
export interface SavedPage {
  window: { document: Document; location: { href: string }; close: () => void };
}

/** One window parses all pages: to make a window takes longer than to parse most of them. */
const parent = new JSDOM('', { virtualConsole: new VirtualConsole() });
const parser = new parent.window.DOMParser();

/** Opens a saved page. Its address is the one given, or the one it names itself, or the name of its file. Throws where it cannot be read. */
export function openPage(file: string, url?: string): SavedPage {
  return openPageText(readFileSync(file), file, url);
}

/** The same of a page's bytes, in the charset that they declare, or of its text. */
export function openPageText(source: Uint8Array | string, name: string, url?: string): SavedPage {
  const html = typeof source === 'string' ? source : decodePage(source);
  const href = url ?? ownAddress(html) ?? `file:///${encodeURIComponent(basename(name))}`;
  parent.reconfigure({ url: href });
  const document = parser.parseFromString(withTextInNoscript(html), 'text/html');
  // A page parsed apart has no window of its own; those who ask it for one get the one that all share.
  Object.defineProperty(document, 'defaultView', { value: parent.window });
  return { window: { document, location: { href: document.URL }, close: () => document.documentElement.remove() } };
}

/** The address that a page names as its own. A document's address cannot be changed later, so it is looked for in the text. */
function ownAddress(html: string): string | null {
  const start = html.slice(0, 65_536);
  const remarks = start.slice(0, 4096).match(/<!--.{0,1000}?-->/gs) ?? [];
  const tags = start.replace(/<!--.*?-->/gs, '').match(/<(?:link|meta|base)\s[^>]{1,600}>/gi) ?? [];
  const address = pageAddress(parser.parseFromString([...remarks, ...tags].join(''), 'text/html'), '');
  return address || null;
}

/** Browsers that run scripts hold what is in `<noscript>` as text, and jsdom does so only if it may run them: it is made text here. */
function withTextInNoscript(html: string): string {
  if (!/<noscript/i.test(html)) return html;
  const inner: { from: number; to: number; text: string }[] = [];
  const open: DefaultTreeAdapterMap['parentNode'][] = [parse(html, { sourceCodeLocationInfo: true })];
  // Without recursion: a page may nest its elements deeper than a stack is high.
  for (let node = open.pop(); node; node = open.pop()) {
    const inHead = defaultTreeAdapter.isElementNode(node) && node.tagName === 'head';
    for (const child of node.childNodes) {
      if (!defaultTreeAdapter.isElementNode(child)) continue;
      const location = child.sourceCodeLocation;
      if (child.tagName === 'noscript' && location?.startTag) {
        const [from, to] = [location.startTag.endOffset, location.endTag?.startOffset ?? location.endOffset];
        // Text cannot stand in a head; what a head's noscript holds is styles and pictures.
        inner.push({ from, to, text: inHead ? '' : escaped(html.slice(from, to)) });
      } else open.push(child);
    }
  }
  let result = '';
  let copied = 0;
  for (const { from, to, text } of inner.sort((one, other) => one.from - other.from)) {
    result += html.slice(copied, from) + text;
    copied = to;
  }
  return result + html.slice(copied);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
