import { effect, type ReadonlySignal } from '@preact/signals';
import { type Filter, matchRanges, searchTerms } from '../summary/index.ts';
import type { Comment, Reading } from '../thread/index.ts';
import { findWords } from './findText.ts';
import { indexAt, type Layout, type ReadingPosition, type View } from './positions.ts';
import { rangeOf } from './textRanges.ts';

// What is not looked for recedes: its words are painted pale by the browser's highlights, which touch no element, follow every change of
// the page's layout and are gone at once. Only what is in view and a little around is painted, however long the thread.

const DIMMED = 'standpoint-rest';
const MATCH = 'standpoint-found';
const LOOKS = `
::highlight(${DIMMED}) { color: rgb(128 128 128 / 42%); text-decoration-color: transparent; }
::highlight(${MATCH}) { color: #1b2127; background-color: #ffd84d; }
@media (forced-colors: active) {
  ::highlight(${DIMMED}) { color: GrayText; background-color: Canvas; }
  ::highlight(${MATCH}) { color: HighlightText; background-color: Highlight; }
}`;
/** So many heights of what is in view are painted above and below it. */
const PAINTED_SCREENS = 1.5;
/** More marked words in one comment tell nothing more. */
const MAX_MATCHES = 8;

/** The thread in the page, what is looked for in it, and the comments that were found; `null` while nothing is looked for. */
interface Filtered {
  reading: ReadonlySignal<Reading | null>;
  filter: ReadonlySignal<Filter>;
  found: ReadonlySignal<readonly Comment[] | null>;
}

/** Dims in the page what the filter does not let through, and marks the words looked for. Returns how to stop. */
export function dimOthers(session: Filtered, position: ReadingPosition): () => void {
  if (typeof Highlight === 'undefined' || typeof CSS === 'undefined' || !('highlights' in CSS)) return () => {};
  const style = document.createElement('style');
  style.dataset.standpoint = 'filter';
  style.textContent = LOOKS;
  /** What is painted: a stretch of the page, and the comments and layout it was painted for. */
  let painted: { from: number; to: number; found: readonly Comment[]; layout: Layout } | null = null;
  const clear = () => {
    painted = null;
    CSS.highlights.delete(DIMMED);
    CSS.highlights.delete(MATCH);
    style.remove();
  };
  const stop = effect(() => {
    const found = session.found.value;
    const layout = position.layout.value;
    const reading = session.reading.value;
    const view = position.view.value;
    if (!found || !layout || !reading) return clear();
    const isDone =
      painted?.found === found && painted.layout === layout && view.top >= painted.from && view.top + view.height <= painted.to;
    if (isDone) return;
    const [from, to] = [view.top - PAINTED_SCREENS * view.height, view.top + (1 + PAINTED_SCREENS) * view.height];
    painted = { from, to, found, layout };
    if (!style.isConnected) document.documentElement.append(style);
    paint(
      reading,
      new Set(found.map(({ id }) => id)),
      searchTerms(session.filter.peek().query),
      idsWithin(layout, { top: from, height: to - from }),
    );
  });
  return () => {
    stop();
    clear();
  };
}

/** Ids of the comments of which something stands within a part of the page. */
function idsWithin({ ids, tops }: Layout, { top, height }: View): ReadonlySet<string> {
  return new Set(ids.slice(Math.max(0, indexAt(tops, top)), indexAt(tops, top + height) + 1));
}

function paint({ thread, elements }: Reading, found: ReadonlySet<string>, words: readonly string[], within: ReadonlySet<string>): void {
  const pale: Range[] = [];
  const marked: Range[] = [];
  for (const comment of thread.comments) {
    const holder = within.has(comment.id) ? elements.get(comment.id) : undefined;
    if (!holder) continue;
    const body = findWords(holder, comment.text);
    if (found.has(comment.id)) {
      const stretches = body ? matchRanges(comment.text, words).slice(0, MAX_MATCHES) : [];
      for (const { start, end } of stretches) {
        const range = body && rangeOf(body, comment.text, start, end);
        if (range) marked.push(range);
      }
    } else {
      // The line that the badge stands in, which tells who and when; not where it holds the words, and answers of others with them.
      const parts = body && !holder.contains(body) ? [holder, body] : [body ?? holder];
      for (const part of parts) {
        const range = document.createRange();
        range.selectNodeContents(part);
        pale.push(range);
      }
    }
  }
  CSS.highlights.set(DIMMED, new Highlight(...pale));
  CSS.highlights.set(MATCH, new Highlight(...marked));
}
