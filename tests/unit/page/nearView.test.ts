import { afterEach, describe, expect, it, vi } from 'vitest';
import { firstInView, watchNear } from '../../../utils/page/nearView.ts';

/** What observers watch; elements stand one below the other, the page `scrolled` so far. */
const watched = new Set<Element>();
let scrolled = 0;
let tellAll: (elements: readonly Element[]) => void = () => {};
const HEIGHT = 20;
const ROOM = 800;

function column(count: number): Element[] {
  return Array.from({ length: count }, (_, index) => {
    const element = document.createElement('p');
    document.body.append(element);
    element.getBoundingClientRect = () => new DOMRect(0, index * HEIGHT - scrolled, 100, HEIGHT);
    return element;
  });
}

/** One comment, its answers in it, each with its own place. */
function nested(count: number): Element[] {
  const [first, ...answers] = column(count) as [Element, ...Element[]];
  first.append(...answers);
  first.getBoundingClientRect = () => new DOMRect(0, -scrolled, 100, count * HEIGHT);
  return [first, ...answers];
}

/** Watches what is near as a browser would have it. */
function watching(elements: readonly Element[]) {
  vi.stubGlobal('IntersectionObserver', Observer);
  return watchNear(
    '0px',
    () => elements,
    () => {},
  );
}

const inWindow = (element: Element) => {
  const { top, bottom } = element.getBoundingClientRect();
  return top < ROOM && bottom > 0;
};

/** As a browser does after every frame: tells of what is watched. */
class Observer {
  own = new Set<Element>();
  readonly callback: (entries: unknown[]) => void;
  constructor(callback: (entries: unknown[]) => void) {
    this.callback = callback;
  }
  observe(element: Element): void {
    this.own.add(element);
    watched.add(element);
    const entries = element === document.documentElement ? [] : [{ target: element, isIntersecting: inWindow(element) }];
    setTimeout(() => this.callback(entries), 0);
    if (entries.length > 0) tellAll = (elements) => this.callback(elements.map((target) => ({ target, isIntersecting: inWindow(target) })));
  }
  unobserve(element: Element): void {
    this.own.delete(element);
    watched.delete(element);
  }
  disconnect(): void {
    for (const element of this.own) watched.delete(element);
  }
}

afterEach(() => {
  document.body.replaceChildren();
  watched.clear();
  scrolled = 0;
  vi.unstubAllGlobals();
});

describe('what is near view', () => {
  it('is told of all elements where they are few', async () => {
    const elements = column(100);
    const view = watching(elements);
    for (const element of elements) view.add(element);
    await vi.waitFor(() => expect([...view.all()]).toHaveLength(ROOM / HEIGHT));
    expect(watched.size).toBe(100);
    view.stop();
  });

  it('of thousands that come while some are known to be near, the page is asked for no places, which would have it laid out', async () => {
    const elements = column(5000);
    const view = watching(elements);
    for (const element of elements.slice(0, 300)) view.add(element);
    await vi.waitFor(() => expect([...view.all()]).toHaveLength(ROOM / HEIGHT));
    const asked = elements.slice(2000).map((element) => vi.spyOn(element, 'getBoundingClientRect'));
    for (const element of elements) view.add(element);
    await vi.waitFor(() => expect(watched.size).toBeLessThan(400));
    expect(asked.filter(({ mock }) => mock.calls.length > 0)).toHaveLength(0);
    view.stop();
  });

  it.each([
    ['one below the other', column],
    ['all in one that holds them', nested],
  ])('of thousands %s, a few hundred around view are watched, wherever the reader jumps to', async (_, make) => {
    const elements = make(5000);
    const view = watching(elements);
    for (const element of elements) view.add(element);
    for (const top of [0, 60_000, 99_000, 300]) {
      const before = elements.filter((element) => watched.has(element));
      scrolled = top;
      tellAll(before);
      // What holds the others is near from everywhere.
      const alone = (found: Iterable<Element>) => new Set([...found].filter(({ childElementCount }) => childElementCount === 0));
      await vi.waitFor(() => expect(alone(view.all())).toEqual(alone(elements.filter(inWindow))));
      await vi.waitFor(() => expect(watched.size).toBeLessThanOrEqual(401));
    }
    view.stop();
    expect(elements.some((element) => watched.has(element))).toBe(false);
  });
});

describe('the first in view', () => {
  it('is found among elements of which many are folded away', () => {
    const elements = column(1000);
    for (const folded of elements.slice(100, 900)) folded.getBoundingClientRect = () => new DOMRect();
    for (const [index, shown] of elements.slice(900).entries())
      shown.getBoundingClientRect = () => new DOMRect(0, (100 + index) * HEIGHT - scrolled, 100, HEIGHT);
    scrolled = 50 * HEIGHT + 1;
    expect(firstInView(elements)).toBe(50);
    scrolled = 120 * HEIGHT + 1;
    expect(firstInView(elements)).toBe(920);
    expect(firstInView([])).toBe(0);
  });

  it('is found among elements that one of them holds', () => {
    const elements = nested(1000);
    for (const top of [30, 121, 998]) {
      scrolled = top * HEIGHT + 1;
      expect(firstInView(elements)).toBe(top);
    }
    scrolled = 1001 * HEIGHT;
    expect(firstInView(elements)).toBe(999);
  });
});
