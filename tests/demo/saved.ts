import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { HTTPRequest, Page } from 'puppeteer-core';
import { openPage } from '../../utils/commands/openPage.ts';
import { decodePage } from '../../utils/reading/charset.ts';
import { readPage } from '../../utils/reading/index.ts';
import { recognize } from '../../utils/reading/platforms/index.ts';

/** A saved page, and the address that a browser is to find it at. */
export interface Saved {
  url: string;
  type: string;
  body: Buffer;
  /** The platform that knows it; `null` where none does: that is read only where the reader asks for it. */
  platform: string | null;
}

/** Reads a saved page as `npm run thread` does: the same address where none is given, the same charset. */
export function openSaved(file: string, url: string | null): Saved {
  const { document, location } = openPage(file, url ?? undefined).window;
  const own = /^https?:/.test(location.href) ? location.href : `http://127.0.0.1/${encodeURIComponent(basename(file))}`;
  // In one charset for all, which what the server says makes true whatever the page declares.
  const body = Buffer.from(decodePage(readFileSync(file)));
  return { url: own, type: 'text/html; charset=utf-8', body, platform: recognize(document)?.name ?? null };
}

/** Whether a saved page holds a thread, by its platform or by its shape: known without a browser, and before anything is built. */
export function holdsThread(file: string, url: string | null): boolean {
  const { document, location } = openPage(file, url ?? undefined).window;
  return readPage(document, location.href, new Date()) !== null;
}

/** The match pattern of the site that an address belongs to. */
export function siteOf(url: string): string {
  const { protocol, hostname } = new URL(url);
  return `${protocol}//${hostname}/*`;
}

/**
 * Lets a tab find a saved page at its address, whatever stands there in the world, and nothing at any other address:
 * no request leaves this machine. The page's own scripts do not run; they have run before it was saved.
 */
export async function showSaved(page: Page, saved: Saved): Promise<void> {
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    answer(request, saved).catch(() => {
      // the tab went away meanwhile
    });
  });
  await page.goto(saved.url, { waitUntil: 'domcontentloaded' });
}

async function answer(request: HTTPRequest, { url, type, body }: Saved): Promise<void> {
  if (!request.isNavigationRequest() || withoutFragment(request.url()) !== withoutFragment(url)) return request.abort();
  const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";
  await request.respond({ status: 200, headers: { 'content-type': type, 'content-security-policy': policy }, body });
}

function withoutFragment(url: string): string {
  return new URL(url).href.split('#')[0] ?? url;
}
