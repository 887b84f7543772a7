import { decodePage } from '../charset.ts';
import type { Means } from './index.ts';

/** The most that is taken of one answer, in bytes. */
const LARGEST = 20e6;
/** Between two requests, in milliseconds: slower than a reader who clicks through the pages. */
export const PAUSE = 1000;

/** Asks as the page itself would, of its own site only: a redirect to another is an error. */
export function pageMeans(signal: AbortSignal): Means {
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
      const bytes = new Uint8Array(await response.arrayBuffer());
      if (bytes.length > LARGEST) throw new Error(`${address} is too large`);
      const charset = /charset=["']?([\w-]+)/i.exec(response.headers.get('content-type') ?? '')?.[1];
      return { url: response.url, body: decodePage(bytes, charset) };
    },
    pause: () => new Promise((resolve) => setTimeout(resolve, PAUSE)),
  };
}
