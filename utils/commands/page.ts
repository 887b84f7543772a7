import { readFileSync } from 'node:fs';
import { JSDOM, VirtualConsole } from 'jsdom';
import { type DefaultTreeAdapterMap, defaultTreeAdapter, parse } from 'parse5';

/** A saved page as a browser would hold it, its scripts not run. Its address is the one given, or the one it names itself, or `about:blank`. */
export function openPage(file: string, url?: string): JSDOM {
  const html = withTextInNoscript(decode(readFileSync(file)));
  const virtualConsole = new VirtualConsole();
  const page = new JSDOM(html, url ? { url, virtualConsole } : { virtualConsole });
  if (url) return page;
  const own = page.window.document.querySelector('link[rel=canonical], meta[property="og:url"]');
  const address = own?.getAttribute('href') ?? own?.getAttribute('content') ?? '';
  if (/^https?:\/\//.test(address) && URL.canParse(address)) page.reconfigure({ url: address });
  return page;
}

/** The text of a saved page in the charset it declares; in UTF-8 where it declares none and its bytes are that. */
function decode(bytes: Buffer): string {
  if (bytes[0] === 0xef && bytes[1] === 0xbb) return new TextDecoder().decode(bytes);
  const declared = /<meta[^>]{1,200}charset\s*=\s*["']?([\w-]{2,20})/i.exec(bytes.toString('latin1', 0, 8192))?.[1];
  try {
    return new TextDecoder(declared ?? 'utf-8', { fatal: declared === undefined }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Browsers that run scripts hold what is in `<noscript>` as text, and jsdom does so only if it may run them: it is made text here. */
function withTextInNoscript(html: string): string {
  const inner: { from: number; to: number; text: string }[] = [];
  const look = (node: DefaultTreeAdapterMap['parentNode']) => {
    for (const child of node.childNodes) {
      if (!defaultTreeAdapter.isElementNode(child)) continue;
      const place = child.sourceCodeLocation;
      if (child.tagName === 'noscript' && place?.startTag) {
        const [from, to] = [place.startTag.endOffset, place.endTag?.startOffset ?? place.endOffset];
        // Text cannot stand in a head; what a head's noscript holds is styles and pictures.
        inner.push({
          from,
          to,
          text: defaultTreeAdapter.isElementNode(node) && node.tagName === 'head' ? '' : escaped(html.slice(from, to)),
        });
      } else look(child);
    }
  };
  look(parse(html, { sourceCodeLocationInfo: true }));
  let result = '';
  let at = 0;
  for (const { from, to, text } of inner.sort((one, other) => one.from - other.from)) {
    result += html.slice(at, from) + text;
    at = to;
  }
  return result + html.slice(at);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
