import type { Platform } from '../platform.ts';
import { recognizeAmong } from '../recognizeAmong.ts';
import { askbot } from './askbot.ts';
import { blogger } from './blogger.ts';
import { bluesky } from './bluesky.ts';
import { commento } from './commento.ts';
import { coral } from './coral.ts';
import { discourse } from './discourse.ts';
import { discourseCrawler } from './discourse-crawler.ts';
import { discourseNested } from './discourse-nested.ts';
import { discuz } from './discuz.ts';
import { disqus } from './disqus.ts';
import { flarum } from './flarum.ts';
import { fluxbb } from './fluxbb.ts';
import { forem } from './forem.ts';
import { forummagnum } from './forummagnum.ts';
import { giscus } from './giscus.ts';
import { github } from './github.ts';
import { githubDiscussions } from './github-discussions.ts';
import { githubTimeline } from './github-timeline.ts';
import { gmane } from './gmane.ts';
import { googlegroups } from './googlegroups.ts';
import { gotosocial } from './gotosocial.ts';
import { hackernews } from './hackernews.ts';
import { hackernews2012 } from './hackernews-2012.ts';
import { hyperkitty } from './hyperkitty.ts';
import { imageboard } from './imageboard.ts';
import { invision } from './invision.ts';
import { invision3 } from './invision3.ts';
import { isso } from './isso.ts';
import { khoros } from './khoros.ts';
import { kinja } from './kinja.ts';
import { lemmy } from './lemmy.ts';
import { lobsters } from './lobsters.ts';
import { mastodon } from './mastodon.ts';
import { mbin } from './mbin.ts';
import { mediawiki } from './mediawiki.ts';
import { mlmym } from './mlmym.ts';
import { mybb } from './mybb.ts';
import { nodebb } from './nodebb.ts';
import { oldreddit } from './oldreddit.ts';
import { phpbb } from './phpbb.ts';
import { phpbb2 } from './phpbb2.ts';
import { pipermail } from './pipermail.ts';
import { pipermailIndex } from './pipermail-index.ts';
import { publicinbox } from './publicinbox.ts';
import { punbb } from './punbb.ts';
import { reddit } from './reddit.ts';
import { redditRedesign } from './reddit-redesign.ts';
import { remark42 } from './remark42.ts';
import { slashdot } from './slashdot.ts';
import { smf } from './smf.ts';
import { smf1 } from './smf1.ts';
import { somethingawful } from './somethingawful.ts';
import { stackexchange } from './stackexchange.ts';
import { steam } from './steam.ts';
import { subsilver2 } from './subsilver2.ts';
import { substack } from './substack.ts';
import { tildes } from './tildes.ts';
import { utterances } from './utterances.ts';
import { vanilla } from './vanilla.ts';
import { vbulletin } from './vbulletin.ts';
import { vbulletin3 } from './vbulletin3.ts';
import { vbulletin5 } from './vbulletin5.ts';
import { viafoura } from './viafoura.ts';
import { wordpress } from './wordpress.ts';
import { wpdiscuz } from './wpdiscuz.ts';
import { x } from './x.ts';
import { xenforo } from './xenforo.ts';
import { xenforo1 } from './xenforo1.ts';
import { youtube } from './youtube.ts';

/** Every platform, each recognised by its own marker; their order does not matter. */
export const PLATFORMS: readonly Platform[] = [
  askbot,
  blogger,
  bluesky,
  commento,
  coral,
  discourse,
  discourseCrawler,
  discourseNested,
  discuz,
  disqus,
  flarum,
  fluxbb,
  forem,
  forummagnum,
  giscus,
  github,
  githubDiscussions,
  githubTimeline,
  gmane,
  googlegroups,
  gotosocial,
  hackernews,
  hackernews2012,
  hyperkitty,
  imageboard,
  invision,
  invision3,
  isso,
  khoros,
  kinja,
  lemmy,
  lobsters,
  mastodon,
  mbin,
  mediawiki,
  mlmym,
  mybb,
  nodebb,
  oldreddit,
  phpbb,
  phpbb2,
  pipermail,
  pipermailIndex,
  publicinbox,
  punbb,
  reddit,
  redditRedesign,
  remark42,
  slashdot,
  smf,
  smf1,
  somethingawful,
  stackexchange,
  steam,
  subsilver2,
  substack,
  tildes,
  utterances,
  vanilla,
  viafoura,
  vbulletin,
  vbulletin3,
  vbulletin5,
  wordpress,
  wpdiscuz,
  x,
  xenforo,
  xenforo1,
  youtube,
];

/** The hosts on which Standpoint runs without being asked, as in match patterns. */
export const HOSTS: readonly string[] = [...new Set(PLATFORMS.flatMap(({ hosts = [], optional }) => (optional ? [] : hosts)))];

/** The addresses of frames that hold comments, as match patterns: read once the reader allows them. */
export const FRAMES: readonly string[] = PLATFORMS.flatMap(({ framed = [] }) => framed);

/** Selector that matches on thread pages of any platform. */
export const MARKERS = PLATFORMS.map(({ marker }) => marker).join(', ');

/** The platform of a page, or `null` where none knows it. */
export function recognize(document: Document): Platform | null {
  return recognizeAmong(PLATFORMS, MARKERS, document);
}

/** The name of the platform of a page, where it is known but not at hand. Here all are; in a page see `platformsInPage.ts`. */
export function absentPlatform(_: Document): string | null {
  return null;
}

/** What names a thread in the addresses of a platform, by the platform's name; `undefined` for names that none has. */
export function namesThreads(name: string): Pick<Platform, 'name' | 'thread'> | undefined {
  return PLATFORMS.find((platform) => platform.name === name);
}
