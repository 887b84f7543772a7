import type { Browser, CDPSession, Page } from 'puppeteer-core';
import { BADGE, MARK, openSidebar, SIDEBAR } from '../../demo/reader.ts';

/** What a page with the extension in it costs, in milliseconds unless said otherwise. */
export interface Figures {
  /** After the last paint of the page itself; a mark may be quiet, and a badge says what the model has read. */
  firstMark: number;
  /** The same mark after the paint that the browser takes for the largest: of a long page, of its beginning, while the rest is still to be parsed. */
  sinceLargest: number;
  /** The same mark after the browser had read the page to its end, before which it runs no script like ours. */
  sinceParsed: number;
  firstBadge: number;
  allBadges: number;
  sidebar: number;
  /** Time the main thread spent in our scripts, and the longest task that ran one, less the browser's own work of showing the page. */
  ours: number;
  longestTask: number;
  /** In megabytes, after garbage collection. */
  heap: number;
  /** Cumulative layout shift (web-vitals' unit). */
  shift: number;
  /** Main-thread time of scrolling through the page. */
  scroll: number;
}

/** Notes in the page when its first badge, its last and the sidebar's final state are there; layout shifts too. Runs before the page's own scripts. */
function observe(mark: string, badge: string, sidebar: string, count: number): void {
  const seen = { firstMark: 0, sinceLargest: 0, sinceParsed: 0, firstBadge: 0, allBadges: 0, sidebar: 0, shift: 0 };
  let marked = 0;
  const largest: number[] = [];
  /** The frame that shows the parsed page for the first time. */
  let whole = Number.POSITIVE_INFINITY;
  Object.assign(window, { seen });
  // What is painted after the mark may be ours, and the browser tells of a paint a little later.
  const measure = () => {
    const since = (paints: number[]) => marked - Math.max(0, ...paints.filter((paint) => paint <= marked));
    if (!marked) return;
    seen.sinceLargest = since(largest);
    seen.firstMark = since([...largest, whole]);
  };
  document.addEventListener('DOMContentLoaded', () =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      // Such a message is heard after the frame.
      port1.onmessage = () => {
        whole = performance.now();
      };
      port2.postMessage(null);
    }),
  );
  const live = () => document.getElementsByTagName('span');
  const look = () => {
    const now = performance.now();
    if (!marked && document.querySelector(mark)) {
      marked = now;
      const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
      seen.sinceParsed = now - (navigation?.domContentLoadedEventEnd ?? 0);
      measure();
    }
    if (!seen.firstBadge && document.querySelector(badge)) seen.firstBadge = now;
    if (seen.firstBadge && !seen.allBadges && live().length >= count && document.querySelectorAll(badge).length >= count)
      seen.allBadges = now;
    if (!seen.sidebar && document.querySelector(sidebar)?.getAttribute('data-state') === 'done') seen.sidebar = now;
  };
  new PerformanceObserver((list) => {
    largest.push(...list.getEntries().map(({ startTime }) => startTime));
    measure();
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  new MutationObserver(look).observe(document, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['data-state', 'data-stance'],
  });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.shift += (entry as PerformanceEntry & { value: number }).value;
  }).observe({ type: 'layout-shift', buffered: true });
}

/** Opens a page on which the extension runs and measures it until every comment has its badge. `count` 0: a page that is no thread. */
export async function measurePage(page: Page, url: string, count: number): Promise<Figures> {
  const client = await page.createCDPSession();
  await client.send('Performance.enable');
  await page.evaluateOnNewDocument(observe, MARK, BADGE, `${SIDEBAR}[data-state="done"]`, Math.max(1, count));
  const trace = await startTrace(client);
  await page.goto(url, { waitUntil: 'load' });
  if (count > 0) await untilRead(page, count);
  await new Promise((resolve) => setTimeout(resolve, 500));
  const { ours, longestTask } = timesIn(await trace());
  const seen = await page.evaluate(
    () =>
      (
        window as unknown as {
          seen: Pick<Figures, 'firstMark' | 'sinceLargest' | 'sinceParsed' | 'firstBadge' | 'allBadges' | 'sidebar' | 'shift'>;
        }
      ).seen,
  );
  const heap = await heapOf(client);
  const before = await taskTime(client);
  await page.evaluate(async () => {
    const steps = 20;
    for (let step = 1; step <= steps; step += 1) {
      scrollTo({ top: (document.documentElement.scrollHeight * step) / steps, behavior: 'instant' });
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    }
  });
  return { ...seen, ours, longestTask, heap, scroll: (await taskTime(client)) - before };
}

/** Waits until a thread is read; of a very long one, the reader asks for what is far from view too, so that every comment is worked on. */
export async function untilRead(page: Page, count: number): Promise<void> {
  const host = `${SIDEBAR}[data-state="done"]`;
  const badges = () => page.evaluate((badge) => document.querySelectorAll(badge).length, BADGE);
  const done = () => page.waitForSelector(host, { timeout: 120_000 });
  await done();
  const end = Date.now() + 120_000;
  for (let last = -1, now = await badges(); now < count && now > last; last = now, now = await badges())
    await new Promise((resolve) => setTimeout(resolve, 250));
  if ((await badges()) < count) {
    await openSidebar(page);
    await press(page, '.further');
  }
  while ((await badges()) < count) {
    if (Date.now() > end) throw new Error(`Of ${count} comments ${await badges()} have badges after two minutes.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await done();
  // The extension remembers a sidebar that was opened, and the next page would have another one.
  await press(page, '[data-for="fold"]');
}

const press = (page: Page, button: string) =>
  page.$eval(SIDEBAR, (sidebar, button) => sidebar.shadowRoot?.querySelector<HTMLElement>(button)?.click(), button);

export interface Bare {
  /** Time to read each comment's text and append one empty span. */
  walk: number;
  heap: number;
  scroll: number;
}

/** The same page without the extension, and the least that any badge would cost. */
export async function measureBare(page: Page, url: string, words: string): Promise<Bare> {
  const client = await page.createCDPSession();
  await client.send('Performance.enable');
  await page.goto(url, { waitUntil: 'load' });
  const heap = await heapOf(client);
  const walk = await page.evaluate((selector) => {
    const start = performance.now();
    let characters = 0;
    for (const element of document.querySelectorAll(selector)) {
      characters += element.textContent?.length ?? 0;
      element.append(document.createElement('span'));
    }
    // The work is not done before it is laid out.
    document.body.getBoundingClientRect();
    return characters > 0 ? performance.now() - start : Number.NaN;
  }, words);
  const before = await taskTime(client);
  await page.evaluate(async () => {
    for (let step = 1; step <= 20; step += 1) {
      scrollTo({ top: (document.documentElement.scrollHeight * step) / 20, behavior: 'instant' });
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    }
  });
  return { walk, heap, scroll: (await taskTime(client)) - before };
}

async function heapOf(client: CDPSession): Promise<number> {
  await client.send('HeapProfiler.collectGarbage');
  const { metrics } = await client.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN) / 1e6;
}

async function taskTime(client: CDPSession): Promise<number> {
  const { metrics } = await client.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
}

interface TraceEvent {
  name: string;
  ph: string;
  ts: number;
  dur?: number;
  tid: number;
  pid: number;
  args?: { data?: { url?: string; scriptName?: string } };
}

async function startTrace(client: CDPSession): Promise<() => Promise<TraceEvent[]>> {
  const events: TraceEvent[] = [];
  client.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await client.send('Tracing.start', {
    categories: 'devtools.timeline,toplevel,disabled-by-default-devtools.timeline',
    transferMode: 'ReportEvents',
  });
  return async () => {
    const complete = new Promise<void>((resolve) => client.once('Tracing.tracingComplete', () => resolve()));
    await client.send('Tracing.end');
    await complete;
    return events;
  };
}

/** What the browser does in a frame by itself, also where a callback of ours runs in the same task. */
const RENDERING = /^(UpdateLayoutTree|Layout|PrePaint|Paint|Layerize|Commit)$/;

/** From a trace: time in scripts of ours (outermost calls), and the longest task that holds one, less what the browser spent there on showing the page. */
function timesIn(events: readonly TraceEvent[]): { ours: number; longestTask: number } {
  const whole = events.filter(({ ph, dur }) => ph === 'X' && dur !== undefined).sort((one, other) => one.ts - other.ts);
  const calls = outermost(
    whole.filter(
      ({ name, args }) =>
        /^(FunctionCall|EvaluateScript|v8\.run|RunMicrotasks|TimerFire|FireIdleCallback)$/.test(name) &&
        /^chrome-extension:.*content-scripts/.test(args?.data?.url ?? ''),
    ),
  );
  const tasks = whole.filter(({ name }) => name === 'RunTask' || name === 'ThreadControllerImpl::RunTask');
  const rendering = outermost(whole.filter(({ name }) => RENDERING.test(name))).filter(
    (event) => !calls.some((call) => holds(call, event)),
  );
  const around = new Set(calls.flatMap((call) => tasks.filter((task) => holds(task, call))));
  const lengths = [...around].map(
    (task) => (task.dur ?? 0) - rendering.filter((event) => holds(task, event)).reduce((sum, { dur = 0 }) => sum + dur, 0),
  );
  return { ours: calls.reduce((sum, { dur = 0 }) => sum + dur, 0) / 1000, longestTask: Math.max(0, ...lengths) / 1000 };
}

function holds(outer: TraceEvent, inner: TraceEvent): boolean {
  const { ts, dur = 0 } = inner;
  return outer.pid === inner.pid && outer.tid === inner.tid && outer.ts <= ts && outer.ts + (outer.dur ?? 0) >= ts + dur;
}

/** Events in the order of their beginning, those within another left out. */
function outermost(events: readonly TraceEvent[]): TraceEvent[] {
  const kept: TraceEvent[] = [];
  const last = new Map<number, TraceEvent>();
  for (const event of events) {
    const before = last.get(event.tid);
    if (before && holds(before, event)) continue;
    last.set(event.tid, event);
    kept.push(event);
  }
  return kept;
}

/** How long the popup takes, from its first script, until it tells how many of the page's comments were read. The page is in front. */
export async function measurePopup(browser: Browser, popup: string, page: Page): Promise<number> {
  await page.bringToFront();
  const window = await browser.newPage({ background: true });
  await window.evaluateOnNewDocument(() => {
    const look = () => {
      if (!('told' in globalThis) && / of \d+ read/.test(document.body?.textContent?.replaceAll(',', '') ?? ''))
        Object.assign(globalThis, { told: performance.now() });
    };
    const observer = new MutationObserver(look);
    observer.observe(document, { childList: true, subtree: true, characterData: true });
  });
  await window.goto(popup);
  const told = await window.waitForFunction(() => (globalThis as { told?: number }).told, { timeout: 10_000, polling: 50 });
  const milliseconds = (await told.jsonValue()) ?? Number.NaN;
  await window.close();
  return milliseconds;
}
