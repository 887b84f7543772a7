import { signal } from '@preact/signals';
import { sendMessage } from '../../utils/messaging/index.ts';
import { afterLayout, firstInView, followTurns, jump, pageTheme, whenQuiet } from '../../utils/page/index.ts';
import { correct, correctionsOf, settings } from '../../utils/reader/index.ts';
import type { Analysis, Evidence } from '../../utils/stance/index.ts';
import type { Comment, Reading } from '../../utils/thread/index.ts';
import { createBadge, type Look, paintBadge } from './badge.ts';
import { keepPlaces, MAX_AT_ONCE, type Places } from './keepPlaces.ts';
import { unplaceChanged } from './placeBadges.ts';
import { openPopovers } from './popover.tsx';
import { type Relations, relationsOf } from './relations.ts';
import { stopAtFirst } from './tabStop.ts';
import { explain } from './Why.tsx';

/** A badge, and what it was painted from. */
interface Painted {
  badge: HTMLElement;
  from: readonly unknown[];
}

interface Shown {
  reading: Reading;
  analysis: Analysis | null;
  goTo: (id: string) => void;
}

const badges = new Map<string, Painted>();
/** What the badges on the page were made from, for an open popover to follow. */
const shown = signal<Shown | null>(null);
let unfollow: (() => void) | null = null;
let places: Places | null = null;

/** In threads too long to get their badges in one go so many come first, from what is in view on. */
const SCREENFUL = 50;
/** After that the page gets its turn every so many milliseconds, and its reader while they do anything. */
const CHUNK_MS = 12;
/** What a mark is painted from before the model has come to its comment. */
const UNREAD: Relations = {
  opening: { stance: 'pending', best: null, confidence: 0, probabilities: {}, evidence: [], because: 'pending' },
  parent: null,
};
/** Counts the calls, so that slices of an earlier one end where a later one begins. */
let turn = 0;
/** Begins the latest of them with the next frame. */
let begin: (() => void) | null = null;

/**
 * Puts a badge on every comment that has a verdict and a place in the page; those of `fresh` are marked as new. Doing it again changes only
 * what differs, so "the page changed" can always be answered by doing it again. The opening post gets none. Until there is an analysis, the
 * first in view get a quiet mark, which is there until the comment has its verdict. Linear in the number of comments; in long threads those
 * in view come first and the others a little later, so that the page never stands still.
 */
export function showBadges(
  reading: Reading,
  analysis: Analysis | null,
  fresh: ReadonlySet<string> = new Set(),
  goTo = (id: string) => jump(reading, id),
): void {
  unfollow ??= openPopovers({
    why: (id) => (shown.value?.analysis ? explain(shown.value.reading, shown.value.analysis, id) : null),
    weigh: async (id) => (shown.value?.analysis ? weigh(shown.value.reading, shown.value.analysis, id) : []),
    correct: (id, stance) => shown.value && correct(shown.value.reading.thread, id, stance),
    showModel: () => sendMessage('openOptions', { section: 'model' }),
    jump: (id) => shown.value?.goTo(id),
  });
  places ??= keepPlaces(badgesInOrder);
  if (shown.peek()?.reading !== reading) places.placeAgain();
  shown.value = { reading, analysis, goTo };
  const { density, shown: what } = settings.value;
  const chosen = { density, shown: what, kind: analysis?.proposition.kind ?? ('claim' as const) };
  // What the page looks like is asked when the first is painted, and again when that may have changed.
  followTurns();
  let look: Look | null = null;
  const current = new Set<HTMLElement>();
  const { comments } = reading.thread;
  const isLong = comments.length > MAX_AT_ONCE;
  const byId = new Map(comments.map((comment) => [comment.id, comment]));
  const changed: HTMLElement[] = [];
  const show = (comment: Comment) => {
    const holder = reading.elements.get(comment.id);
    const before = badges.get(comment.id);
    const isMarked = !analysis || before?.from[1] === UNREAD.opening;
    const relations = (analysis && relationsOf(comment, byId, analysis.verdicts)) ?? (isMarked ? UNREAD : null);
    if (!holder || !relations) return;
    const badge = before?.badge ?? createBadge(comment.id);
    current.add(badge);
    look ??= { theme: pageTheme(firstConnected(reading)), ...chosen };
    const drawnAs = `${look.theme} ${look.density} ${look.shown} ${look.kind}`;
    const { opening, parent } = relations;
    const from = [comment, opening, parent?.verdict, parent?.author, parent?.id, drawnAs, fresh.has(comment.id), holder];
    // Of most comments of a long thread an analysis says what the one before said.
    if (badge.parentNode === holder && before?.from.every((one, index) => one === from[index])) return;
    badges.set(comment.id, { badge, from });
    paintBadge(badge, comment, relations, look, fresh.has(comment.id));
    if (unplaceChanged(badge) || badge.parentNode !== holder) changed.push(badge);
    if (badge.parentNode === holder) return;
    // At the end of what holds its words, and maybe the answers of others, a badge would seem to be the next comment's.
    if (comment.deleted || holdsWords(holder, comment.text)) holder.prepend(badge);
    else holder.append(badge);
    places?.take(badge);
    stopAtFirst(badge);
  };
  const mine = ++turn;
  let first = 0;
  const count = analysis ? comments.length : Math.min(SCREENFUL, comments.length);
  const placeFrom = (start: number) => {
    if (mine !== turn) return;
    const until = performance.now() + CHUNK_MS;
    let done = start;
    while (done < count && (!isLong || done < SCREENFUL || performance.now() < until)) {
      show(comments[(first + done) % comments.length] as Comment);
      done += 1;
    }
    places?.place(changed.splice(0));
    if (done < count) whenQuiet(() => placeFrom(done));
    else removeOthers(current);
  };
  if (isLong || !analysis) {
    // Which are in view is asked of a page that is laid out; what the model said is worked into the sidebar in this task, and of several
    // answers before the next frame the last is shown.
    if (!begin) afterLayout(() => begin?.(), true);
    begin = () => {
      begin = null;
      first = firstNear(reading);
      placeFrom(0);
    };
  } else {
    begin = null;
    placeFrom(0);
  }
}

/** To look them up in the page would take long where that is long. */
function badgesInOrder(): HTMLElement[] {
  return shown.peek()?.reading.thread.comments.flatMap(({ id }) => badges.get(id)?.badge ?? []) ?? [];
}

function firstConnected({ thread: { comments }, elements }: Reading): Element | undefined {
  for (const { id } of comments) if (elements.get(id)?.isConnected) return elements.get(id);
  return undefined;
}

/**
 * The place of the first comment near what is in view: whose badge is known to be there, or while there are none, that has not been scrolled
 * past; another where the page has another order.
 */
function firstNear({ thread: { comments }, elements }: Reading): number {
  const near = comments.findIndex(({ id }) => {
    const painted = badges.get(id);
    return painted && places?.isNear(painted.badge);
  });
  if (near >= 0) return near;
  if (badges.size > 0) return 0;
  const first = firstInView(comments.map(({ id }) => elements.get(id)));
  return first === comments.length - 1 ? 0 : first;
}

/** Badges of comments that went, of an earlier run of ours, and empty copies that the page made of its own nodes. */
function removeOthers(current: ReadonlySet<HTMLElement>): void {
  for (const [id, { badge }] of badges) {
    if (current.has(badge)) continue;
    badges.delete(id);
    places?.forget(badge);
  }
  for (const badge of document.querySelectorAll<HTMLElement>('[data-standpoint="badge"]')) if (!current.has(badge)) badge.remove();
}

/** So many letters tell a comment's words from a line about it. */
const WORDS = 40;

function holdsWords(holder: Element, text: string): boolean {
  const start = squeeze(text.slice(0, 2 * WORDS)).slice(0, WORDS);
  return start !== '' && squeeze(holder.textContent ?? '').includes(start);
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, '');
}

/** Takes every badge off the page. */
export function removeBadges(): void {
  turn += 1;
  begin = null;
  unfollow?.();
  unfollow = null;
  places?.stop();
  places = null;
  shown.value = null;
  badges.clear();
  for (const badge of document.querySelectorAll('[data-standpoint="badge"]')) badge.remove();
}

/** Has the sentences of a comment weighed; no more of the thread goes with it than what it answers. */
async function weigh({ thread }: Reading, analysis: Analysis, id: string): Promise<Evidence[]> {
  const comment = thread.comments.find((one) => one.id === id);
  const stance = analysis.verdicts[id]?.opening.best;
  if (!comment || !stance) return [];
  const comments = thread.comments.filter((one) => one === comment || one.id === comment.parent);
  return sendMessage('weigh', { thread: { ...thread, comments }, said: correctionsOf(thread), id, stance });
}
