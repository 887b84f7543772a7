import type { Comment, Reading, Thread } from '../thread/index.ts';
import { valueIn } from './engine/fields.ts';
import { type Field, NOWHERE, type Platform } from './platform.ts';

/** What a forum that changed its pages no longer gives. `null` of a field of a few comments is normal; of most it is news. */
export type Missing = 'everything' | 'comments' | 'authors' | 'times' | 'words';

/** How well a platform still fits the pages of its forum; to be shown, and copied by the reader into a report. */
export interface Health {
  platform: string;
  /** Of the page's address nothing else is kept. */
  host: string;
  missing: readonly Missing[];
  read: number;
  /** As the page counts; `null` where it does not say. */
  total: number | null;
  /** Where something is missing: how often each selector of the platform matches on the page; `null` for what is computed. No content of the page. */
  selectors: readonly { field: string; selector: string; matches: number | null }[];
}

/** So few comments that an empty field may be chance. */
const MIN_COMMENTS = 4;
const FIELDS = ['comment', 'id', 'author', 'body', 'time', 'permalink', 'parent', 'depth', 'quote', 'title', 'total', 'posts'] as const;

/** What is missing from a reading of a page that the platform recognised; `reading` is `null` where it gave nothing. */
export function healthOf(platform: Platform, document: Document, reading: Reading | null): Health {
  const thread = reading?.thread;
  const comments = (thread?.comments ?? []).filter(({ deleted }) => !deleted);
  const missing: Missing[] = [];
  const lacks = (what: Missing, isEmpty: (comment: Comment) => boolean) => {
    if (comments.length >= MIN_COMMENTS && comments.filter(isEmpty).length > 0.6 * comments.length) missing.push(what);
  };
  if (!thread) missing.push('everything');
  else {
    const all = thread.comments.length + thread.unreadable;
    if (thread.total !== null && thread.total >= MIN_COMMENTS && all < 0.5 * thread.total && holdsAll(platform, document, thread))
      missing.push('comments');
    if (thread.unreadable > Math.max(MIN_COMMENTS, thread.comments.length)) missing.push('comments');
    lacks('authors', ({ author }) => author === null);
    if (platform.time) lacks('times', ({ time }) => time === null);
    if (platform.body !== NOWHERE) lacks('words', ({ text, quotes }) => text === '' && quotes.length === 0);
  }
  return {
    platform: platform.name,
    host: document.location?.hostname ?? '',
    missing: [...new Set(missing)],
    read: thread?.comments.length ?? 0,
    total: thread?.total ?? null,
    selectors: missing.length > 0 ? FIELDS.flatMap((field) => counted(field, platform[field] as Field | undefined, document)) : [],
  };
}

/** Whether a page should hold every comment of its thread: there is no page beside it and nothing that stands in for comments. */
function holdsAll(platform: Platform, document: Document, thread: Thread): boolean {
  const root = document.documentElement;
  const first = thread.opening !== null || platform.opening === null;
  return (
    first && !valueIn(root, platform.next) && !valueIn(root, platform.previous) && !(platform.more && document.querySelector(platform.more))
  );
}

function counted(field: string, lookups: Field | undefined, document: Document): Health['selectors'] {
  const all = lookups === undefined ? [] : typeof lookups === 'string' || typeof lookups === 'function' ? [lookups] : lookups;
  return all.map((lookup) => {
    if (typeof lookup === 'function') return { field, selector: '(computed)', matches: null };
    const selector = lookup.replace(/@[\w:-]+$/, '');
    return { field, selector: lookup, matches: selector ? document.querySelectorAll(selector).length : null };
  });
}

/** A report that the reader can copy: one line for each fact, nothing of the page's content. */
export function reportOf(health: Health, version: string): string {
  const { platform, host, missing, read, total, selectors } = health;
  const counts = selectors.map(({ field, selector, matches }) =>
    `  ${field}: ${selector} ${matches === null ? '' : `× ${matches}`}`.trimEnd(),
  );
  return [
    `Standpoint ${version}, platform ${platform}, on ${host || 'a saved page'}`,
    `missing: ${missing.join(', ') || 'nothing'}; read ${read} of ${total ?? 'an unknown number'}`,
    'selectors and how often they match:',
    ...counts,
  ].join('\n');
}
