import { withoutVisit } from '../webUrl.ts';
import type { Platform } from './platform.ts';

/**
 * `platform␠origin/path`: what names a thread in its address, which pages, post numbers and fragments do not. Throws `TypeError` where `url`
 * is no absolute address.
 */
export function threadKey(platform: Pick<Platform, 'name' | 'thread'>, url: string): string {
  const { origin, pathname, search } = new URL(withoutVisit(url));
  const path = platform.thread?.exec(pathname + search)?.[0];
  return `${platform.name} ${origin}${path ?? pathname + search}`;
}

/** The platform and the address that a key was made of. */
export function partsOfKey(key: string): { platform: string; address: string } {
  const [platform = '', address = ''] = key.split(' ');
  return { platform, address };
}
