import { readFileSync } from 'node:fs';
import { JSDOM, VirtualConsole } from 'jsdom';

/** A charset declared near the beginning of a file, in a form or other. */
const DECLARED = /charset\s*=|encoding\s*=|^\xEF\xBB\xBF/i;

/** A saved page as a browser would hold it: its charset as declared (UTF-8 where none is and the bytes are), its scripts not run, its address the one given or the one it names itself. */
export function openPage(file: string, url?: string): JSDOM {
  const bytes = readFileSync(file);
  const options = {
    contentType: 'text/html',
    // Parses as a browser that runs scripts does (`<noscript>` is text), but runs none.
    runScripts: 'outside-only',
    virtualConsole: new VirtualConsole(),
  } as const;
  const content = DECLARED.test(bytes.toString('latin1', 0, 4096)) ? bytes : decoded(bytes);
  const page = new JSDOM(content, url ? { ...options, url } : options);
  if (url) return page;
  const own = page.window.document.querySelector('link[rel=canonical], meta[property="og:url"]');
  const address = own?.getAttribute('href') ?? own?.getAttribute('content') ?? '';
  if (/^https?:\/\//.test(address) && URL.canParse(address)) page.reconfigure({ url: address });
  return page;
}

/** The text of bytes that are UTF-8; other bytes as they are, for the parser's own guess. */
function decoded(bytes: Buffer): string | Buffer {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return bytes;
  }
}
