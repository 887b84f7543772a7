// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openPage } from '../../../../utils/commands/openPage.ts';
import { HOSTS, PLATFORMS } from '../../../../utils/reading/platforms/index.ts';
import { read } from '../../../../utils/reading/read.ts';

const folder = join(import.meta.dirname, '../../../../utils/reading/platforms');
const files = readdirSync(folder);
const pages = files.filter((file) => file.endsWith('.html'));

/** Relative times count from here. */
const NOW = new Date('2026-11-01T12:00:00Z');

/** The platforms that know a page, by its file. */
const knowing = new Map<string, string[]>();

describe.each(pages)('the page %s', (file) => {
  const source = readFileSync(join(folder, file), 'utf8');
  const url = /<!-- url: (\S+) -->/.exec(source)?.[1] ?? '';
  const page = openPage(join(folder, file), url);
  const { document } = page.window;
  const known = PLATFORMS.filter(({ marker }) => document.querySelector(marker));

  knowing.set(
    file,
    known.map(({ name }) => name),
  );

  test('names its address', () => expect(url).toMatch(/^https?:\/\//));

  test('is recognised by exactly one platform', () => expect(known.map(({ name }) => name)).toHaveLength(1));

  test('is read as the thread beside it', async () => {
    const before = document.documentElement.outerHTML;
    const thread = known[0] && read(known[0], document, url, NOW)?.thread;
    expect(thread?.comments.length).toBeGreaterThan(0);
    await expect(`${JSON.stringify(thread, null, 2)}\n`).toMatchFileSnapshot(join(folder, file.replace(/html$/, 'json')));
    expect(document.documentElement.outerHTML, 'the page is left as it was').toBe(before);
  });

  test('gives comments whose parents are in the thread', () => {
    const thread = known[0] && read(known[0], document, url, NOW)?.thread;
    const ids = new Set([thread?.opening?.id, ...(thread?.comments.map(({ id }) => id) ?? [])]);
    for (const { parent } of thread?.comments ?? []) if (parent !== null) expect(ids).toContain(parent);
  });
});

/** Browsers disable an extension whose update asks for more than this until its reader agrees: what is new is asked for on the page. */
const ALLOWED_FROM_THE_START = [
  '*.reddit.com',
  '*.stackexchange.com',
  'askubuntu.com',
  'bbs.archlinux.org',
  'bitcointalk.org',
  'community.mybb.com',
  'community.nodebb.org',
  'community.openai.com',
  'dev.to',
  'discourse.mozilla.org',
  'discuss.flarum.org',
  'discuss.python.org',
  'disqus.com',
  'feddit.org',
  'forum.videolan.org',
  'forums.anandtech.com',
  'forums.debian.net',
  'forums.macrumors.com',
  'forums.virtualbox.org',
  'github.com',
  'internals.rust-lang.org',
  'lemmy.ml',
  'lemmy.world',
  'lobste.rs',
  'mathoverflow.net',
  'meta.discourse.org',
  'news.ycombinator.com',
  'programming.dev',
  'serverfault.com',
  'sh.itjust.works',
  'stackoverflow.com',
  'superuser.com',
  'tildes.net',
  'users.rust-lang.org',
  'www.head-fi.org',
  'www.phpbb.com',
  'www.resetera.com',
  'www.simplemachines.org',
  'xenforo.com',
];

test('the extension comes with the hosts it has always come with, and with no others', () => {
  expect([...HOSTS].sort()).toEqual(ALLOWED_FROM_THE_START);
  const asked = PLATFORMS.filter(({ optional }) => optional).flatMap(({ hosts = [] }) => hosts);
  expect(asked).toContain('*.youtube.com');
  expect(asked.filter((host) => HOSTS.includes(host))).toEqual([]);
});

describe('the folder of platforms', () => {
  const modules = files.filter((file) => file.endsWith('.ts') && file !== 'index.ts').map((file) => file.slice(0, -3));

  test('lists every platform under the name of its file', () => {
    expect(PLATFORMS.map(({ name }) => name).sort()).toEqual(modules.sort());
  });

  test('holds a page for every platform', () => {
    expect([...new Set([...knowing.values()].flat())].sort()).toEqual(modules.sort());
  });
});
