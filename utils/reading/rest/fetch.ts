import { decodePage } from '../charset.ts';
import type { Fetcher } from './index.ts';

/** The most that is taken of one answer, in bytes. */
const LARGEST = 20e6;
/** Between two requests, in milliseconds: slower than a reader who clicks through the pages. */
export const PAUSE_MS = 1000;

/** Asks as the page itself would, of its own site only: a redirect to another is an error. */
export function pageFetcher(signal: AbortSignal): Fetcher {
  return {
    signal,
    async get(address) {
      const response = await fetch(address, {
        mode: 'same-origin',
        credentials: 'same-origin',
        headers: { Accept: 'text/html, application/json' },
        signal,
      });
      if (!response.ok) throw new Error(`${address} answered ${response.status}`);
      const blob = await response.blob();
      if (blob.size > LARGEST) throw new Error(`${address} is too large`);
      const charset = /charset=["']?([\w-]+)/i.exec(response.headers.get('content-type') ?? '')?.[1];
      return { url: response.url, body: decodePage(await bytesOf(blob), charset) };
    },
    pause: () => new Promise((resolve) => setTimeout(resolve, PAUSE_MS)),
  };
}

/** In Firefox a content script may not look into buffers that the page's own side made; strings are common to both. */
function bytesOf(blob: Blob): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(Uint8Array.from(String(reader.result), (letter) => letter.charCodeAt(0))));
    reader.addEventListener('error', () => reject(reader.error));
    reader.readAsBinaryString(blob);
  });
}
