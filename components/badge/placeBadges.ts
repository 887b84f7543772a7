import { along, type Box, findRoom, GAP, type Ink, inkOf, linesIn } from '../../utils/page/index.ts';
import { buttonOf, drawingOf, leadOf } from './badge.ts';

// A badge stands out of the flow of the page, so that it moves nothing and adds no line. By itself it would stand where the browser would
// have put it, after the last word of its holder; from there it is shifted to where it has room. So it follows the page by itself where
// words grow above it, and has to be measured again only where its own line changes.

/** How much of a badge is seen, from all there is to a mere mark. `none` until its place is measured. */
type Fit = 'none' | 'all' | 'own' | 'icon' | 'mark';

/** What is known of a badge in its place. */
interface Placed {
  /** What it was shifted by. */
  x: number;
  y: number;
  /** Its widths while it shows what it shows, by how much of it is seen. */
  widths: [Fit, number][];
  /** What it drew when they were measured. */
  drawn: string;
  /** The element whose width is its line's, and how large that was. */
  frame: Element | null;
  size: string;
}

const known = new WeakMap<HTMLElement, Placed>();

const MARK_PX = 10;
/** Of lines lower or higher than this a badge has not the height. */
const [LOWEST_PX, HIGHEST_PX] = [10, 18];
/** A header of more boxes is none; what lies about one is looked at so far. */
const [MOST_OWN, MOST_AROUND] = [32, 160];
/** A header breaks into no more lines; what comes below is a list of facts, or the words of the comment. */
const MOST_LINES = 3;
/** A line that ends so far from the edge did not break there: what stands below it is another thing. */
const BROKEN_PX = 120;

/**
 * Finds each badge its place at the end of its comment's header line, and draws as much of it as fits. All is read first, then all written;
 * what the browser aligns anew once it is as wide as it will be is read again.
 */
export function placeBadges(badges: readonly HTMLElement[]): void {
  const found = badges.flatMap((badge) => {
    const spot = badge.isConnected ? spotOf(badge) : null;
    return spot ? [{ badge, ...spot }] : [];
  });
  const before = found.map(({ badge }) => badge.getBoundingClientRect());
  for (const { badge, fit, height, isOver } of found) {
    set(badge, 'data-fit', fit);
    if (badge.hasAttribute('data-over') !== isOver) badge.toggleAttribute('data-over', isOver);
    if (badge.style.getPropertyValue('--height') !== `${height}px`) badge.style.setProperty('--height', `${height}px`);
  }
  for (const [index, { badge, line, height, start, rtl, isSteady }] of found.entries()) {
    // To ask for it anew has the browser lay out the page, which takes long where that is long.
    const box = isSteady ? (before[index] as DOMRect) : badge.getBoundingClientRect();
    const placed = known.get(badge) as Placed;
    const x = placed.x + (rtl ? -start - box.right : start - box.left);
    const y = placed.y + (line.top + line.bottom - height) / 2 - box.top;
    if (Math.abs(x - placed.x) < 0.1 && Math.abs(y - placed.y) < 0.1) continue;
    Object.assign(placed, { x, y });
    badge.style.setProperty('--x', `${x.toFixed(1)}px`);
    badge.style.setProperty('--y', `${y.toFixed(1)}px`);
  }
}

/** The element whose size decides whether a badge has the room it had; `null` before it was placed. */
export function frameOf(badge: HTMLElement): Element | null {
  return known.get(badge)?.frame ?? null;
}

/** How large that element was when the place was found: to ask now might have the browser lay out the page once more. */
export function frameSizeOf(badge: HTMLElement): string {
  return known.get(badge)?.size ?? '';
}

/** The size of an element, to the pixel. */
export function sizeOf(element: Element): string {
  const { width, height } = element.getBoundingClientRect();
  return `${Math.round(width)} ${Math.round(height)}`;
}

interface Spot {
  fit: Fit;
  line: Box;
  start: number;
  rtl: boolean;
  /** Whether it lies on words, since nothing is free. */
  isOver: boolean;
  height: number;
  /** Whether its upper edge and the one that its lines begin at stay where they are however much of it is seen. */
  isSteady: boolean;
}

function spotOf(badge: HTMLElement): Spot | null {
  const holder = badge.parentElement;
  if (!holder) return null;
  const placed = measured(badge);
  const own = inkOf(holder, () => true, MOST_OWN);
  const written = linesIn(own.words.length > 0 ? own.words : own.things);
  const [first] = written;
  if (!first) return null;
  const style = getComputedStyle(holder);
  const rtl = style.direction === 'rtl';
  const frame = lineFrame(holder);
  placed.frame = frame;
  placed.size = sizeOf(frame);
  const { inner, outer } = edgesOf(frame, rtl);
  const lines = [along(first, rtl)];
  for (const line of written.slice(1, MOST_LINES)) {
    const before = lines.at(-1) as ReturnType<typeof along>;
    if (inner - before.end > BROKEN_PX) break;
    lines.push(along(line, rtl));
  }
  const lineAt = (line: number) => written[line] ?? first;
  const [top, bottom] = [first.top, Math.max(...lines.map((line) => line.bottom))];
  const around = inkAround(holder, frame, (box) => box.top < bottom && box.bottom > top);
  const taken = [...around.words, ...around.things, ...own.words, ...own.things].map((box) => along(box, rtl));
  const place = findRoom(
    lines,
    taken,
    inner,
    placed.widths.map(([, width]) => width),
  );
  const smallest: Fit = placed.widths.at(-1)?.[0] ?? 'mark';
  const isSteady = keepsStart(style);
  const spot = (fit: Fit, line: Box, start: number, isOver = false): Spot => {
    const height = Math.floor(Math.min(HIGHEST_PX, Math.max(LOWEST_PX, line.bottom - line.top)));
    return { fit, line, start, rtl, isOver, height, isSteady };
  };
  if (place) return spot(placed.widths[place.size]?.[0] ?? smallest, lineAt(place.line), place.start);
  // In the padding beside the line, or else over its end.
  const beside = findRoom(lines, taken, outer, [MARK_PX]);
  if (beside) return spot(smallest, lineAt(beside.line), beside.start);
  return spot(smallest, first, Math.min(outer - MARK_PX, along(first, rtl).end), true);
}

/** Whether what is positioned in an element begins at the same place however large it is: not where that centres it, or lines it up at the end. */
function keepsStart({ display, flexDirection, flexWrap, justifyContent }: CSSStyleDeclaration): boolean {
  if (!display.includes('flex')) return true;
  const isForward = !flexDirection.endsWith('reverse') && flexWrap !== 'wrap-reverse';
  return isForward && /^(?:normal|(?:flex-)?start|stretch|space-between)$/.test(justifyContent);
}

/** The widths that a badge can have; measured once for what it shows. */
function measured(badge: HTMLElement): Placed {
  const placed = known.get(badge) ?? { x: 0, y: 0, widths: [], drawn: '', frame: null, size: '' };
  known.set(badge, placed);
  const button = buttonOf(badge);
  if (!button) return placed;
  const drawn = drawingOf(badge);
  if (placed.drawn === drawn || badge.dataset.fit !== 'none') return placed;
  const lead = leadOf(badge);
  const width = button.offsetWidth;
  const word = button.querySelector('span')?.offsetWidth ?? 0;
  const beside = lead && lead.offsetWidth > 0 ? lead.offsetWidth + GAP : 0;
  const icon = word > 0 ? width - word - GAP : width;
  placed.drawn = drawn;
  placed.widths = [];
  if (beside > 0) placed.widths.push(['all', width + beside]);
  if (word > 0 || beside === 0) placed.widths.push([beside > 0 ? 'own' : 'all', width]);
  if (icon < (placed.widths.at(-1)?.[1] ?? 0)) placed.widths.push(['icon', icon]);
  if (icon > MARK_PX) placed.widths.push(['mark', MARK_PX]);
  return placed;
}

/** Has a badge measured anew where what it shows is no longer what its place was found for. Writes only. */
export function unplaceChanged(badge: HTMLElement): boolean {
  const isChanged = known.get(badge)?.drawn !== drawingOf(badge);
  if (isChanged) unplace(badge);
  return isChanged;
}

/** Has a badge measured anew when it is placed next, and takes no room until then. */
export function unplace(badge: HTMLElement): void {
  set(badge, 'data-fit', 'none' satisfies Fit);
}

/** So far up it is looked for what gives a header its width. */
const CLIMB = 6;

/** What is as wide as its words ask for, whatever it stands in. */
const SHRINKS = /^(?:inline|contents|table-row|table-row-group)/;

/** The element that a header's line may be as wide as: the first around it that fills its own parent, that has a cell beside it, or that cuts off. */
function lineFrame(holder: Element): Element {
  let element = holder;
  for (let level = 0; level < CLIMB; level += 1) {
    const parent = element.parentElement;
    if (!parent || element === document.body) break;
    const { display, position, overflowX } = getComputedStyle(element);
    if (overflowX !== 'visible' && position !== 'static') break;
    if (display === 'table-cell') {
      if (element.nextElementSibling) break;
    } else if (!SHRINKS.test(display) && element.clientWidth > 0 && element.getBoundingClientRect().width >= 0.9 * contentWidth(parent))
      break;
    element = parent;
  }
  return element;
}

function contentWidth(element: Element): number {
  const { paddingLeft, paddingRight } = getComputedStyle(element);
  return element.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
}

/** Where the lines of an element end, within its padding and without, in the direction of writing. */
function edgesOf(frame: Element, rtl: boolean): { inner: number; outer: number } {
  const { left, right } = frame.getBoundingClientRect();
  const style = getComputedStyle(frame);
  const padding = Number.parseFloat(rtl ? style.paddingLeft : style.paddingRight) || 0;
  const outer = rtl ? -left : right;
  return { inner: outer - padding, outer };
}

/** More children than this are a list of comments, none of which stands on another's line. */
const MOST_NEIGHBOURS = 40;

/** What may hold something on a header's line that does not belong to the header: a number that floats, buttons. */
function inkAround(holder: Element, frame: Element, touches: (box: Box) => boolean): Ink {
  let element = frame;
  for (let level = 0; level < 2; level += 1) {
    const parent = element.parentElement;
    if (!parent || parent === document.body || parent.childElementCount > MOST_NEIGHBOURS) break;
    element = parent;
  }
  if (element.childElementCount <= MOST_NEIGHBOURS) return inkOf(element, touches, MOST_AROUND);
  const found: Ink = { words: [], things: [] };
  for (let next = holder.nextElementSibling, count = 0; next && count < 4; next = next.nextElementSibling, count += 1) {
    inkOf(next, touches, MOST_AROUND, found);
  }
  return found;
}

function set(element: Element, name: string, value: string): void {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}
