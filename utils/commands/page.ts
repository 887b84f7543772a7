import { readFileSync } from 'node:fs';
import { JSDOM, VirtualConsole } from 'jsdom';

/** A saved page as a browser would hold it: its charset as declared, its scripts not run, its address the one given or the one it names itself. */
export function openPage(file: string, url?: string): JSDOM {
  const bytes = readFileSync(file);
  const options = {
    contentType: 'text/html',
    // Parses as a browser that runs scripts does (`<noscript>` is text), but runs none.
    runScripts: 'outside-only',
    virtualConsole: new VirtualConsole(),
  } as const;
  const page = new JSDOM(bytes, url ? { ...options, url } : options);
  if (url) return page;
  const own = page.window.document.querySelector('link[rel=canonical], meta[property="og:url"]');
  const address = own?.getAttribute('href') ?? own?.getAttribute('content') ?? '';
  if (/^https?:\/\//.test(address) && URL.canParse(address)) page.reconfigure({ url: address });
  return page;
}
