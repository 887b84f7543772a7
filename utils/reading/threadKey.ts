import { withoutVisit } from '../webUrl.ts';
import type { Platform } from './platform.ts';

/** What names a thread in its address: pages, post numbers and fragments do not. */
export function threadKey(platform: Platform, url: string): string {
  const { origin, pathname, search } = new URL(withoutVisit(url));
  const named = platform.thread?.exec(pathname + search)?.[0];
  return `${platform.name} ${origin}${named ?? pathname + search}`;
}
