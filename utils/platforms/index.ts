import type { Platform } from '../platform.ts';
import { discourse } from './discourse.ts';
import { discourseCrawler } from './discourse-crawler.ts';
import { hackernews } from './hackernews.ts';
import { oldreddit } from './oldreddit.ts';
import { phpbb } from './phpbb.ts';
import { reddit } from './reddit.ts';
import { stackexchange } from './stackexchange.ts';
import { xenforo } from './xenforo.ts';

/** Every platform, each recognised by its own marker; their order does not matter. */
export const PLATFORMS: readonly Platform[] = [discourse, discourseCrawler, hackernews, oldreddit, phpbb, reddit, stackexchange, xenforo];

/** The hosts on which Standpoint runs without being asked, as in match patterns. */
export const HOSTS: readonly string[] = PLATFORMS.flatMap(({ hosts = [] }) => hosts);

/** The platform of a page, or `null` where none knows it. */
export function recognize(document: Document): Platform | null {
  return PLATFORMS.find(({ marker }) => document.querySelector(marker) !== null) ?? null;
}
