import type { InsertionPoint, Thread } from '../../thread/index.ts';
import { threadKey } from '../threadKey.ts';
import { discourseSource } from './discourse.ts';
import { flarumSource } from './flarum.ts';
import { lemmySource } from './lemmy.ts';
import { nodebbSource } from './nodebb.ts';
import { pagesSource } from './pages.ts';
import type { Request, Source } from './source.ts';

/** Forums whose own interface is open to readers and simpler than their pages. */
const INTERFACES: Record<string, (request: Request) => Source> = {
  discourse: discourseSource,
  'discourse-nested': discourseSource,
  flarum: flarumSource,
  lemmy: lemmySource,
  nodebb: nodebbSource,
};

/** No forum is asked for more than this, whatever it says. */
const MAX_REQUESTS = 2000;

/** How far the loading is, told after each answer. */
export interface Progress {
  /** Answers had, and how many are known to be needed; more may come to light. */
  done: number;
  of: number;
  /** What the latest answer held, and where it belongs. */
  thread: Thread | null;
  insertion: InsertionPoint;
  /** Addresses that could not be had, twice. */
  failed: readonly string[];
}

/** How the rest of a thread is fetched. */
export interface Fetcher {
  /** The body at an address, as text, and the address that gave it in the end; rejects where it cannot be had. */
  get(address: string): Promise<{ url: string; body: string }>;
  /** Waits between two requests, so that a forum is never pressed. */
  pause(): Promise<void>;
  signal: AbortSignal;
}

/** How the rest of a thread would be read; `null` where nothing is missing or the page does not lead to it. */
export function sourceOf(request: Request): Source | null {
  const source = (INTERFACES[request.platform.name] ?? pagesSource)(request);
  return source.start.length > 0 ? source : null;
}

/** What is still to be asked for; it outlives a stop, so that reading goes on where it was. */
export interface Plan {
  queue: string[];
  /** Every address that was ever in the queue. */
  seen: Set<string>;
  failed: string[];
  done: number;
}

/** Where loading begins: nothing is done, and the queue holds what the source starts with. */
export function planOf(request: Request, source: Source): Plan {
  const plan: Plan = { queue: [], seen: new Set([request.url.split('#')[0] ?? '']), failed: [], done: 0 };
  add(plan, request, source.start);
  return plan;
}

/** Puts what could not be had before everything else, to be asked for once more. */
export function tryAgain(plan: Plan): void {
  plan.queue.unshift(...plan.failed);
  plan.done -= plan.failed.length;
  plan.failed = [];
}

/** How many requests are needed in all, as far as is known. */
export function sizeOf(plan: Plan, source: Source): number {
  if (plan.queue.length === 0) return plan.done;
  return Math.max(plan.done + plan.queue.length, Math.min(source.expected?.() ?? 0, MAX_REQUESTS));
}

/**
 * Asks a thread's own site for the rest of it, one request at a time, and yields each answer as it comes. Only addresses of the page's own
 * site are asked; a page must be of the same thread. A request that fails is repeated once, then named; what was read stays.
 */
export async function* readRest(request: Request, source: Source, plan: Plan, fetcher: Fetcher): AsyncGenerator<Progress> {
  let first = true;
  for (let address = plan.queue[0]; address !== undefined && !fetcher.signal.aborted; address = plan.queue[0]) {
    if (!first) await fetcher.pause();
    first = false;
    const got = await withRetry(fetcher, address);
    // What was asked for when the reader stopped is asked for again when they go on.
    if (fetcher.signal.aborted) return;
    plan.queue.shift();
    plan.done += 1;
    // A forum may lead on to something else than was asked for.
    const answer = got && isOfThread(request, got.url) ? source.take(address, got.body) : null;
    if (answer) add(plan, request, answer.further);
    else {
      plan.failed.push(address);
      add(plan, request, source.skip?.(address) ?? []);
    }
    const of = sizeOf(plan, source);
    yield { done: plan.done, of, thread: answer?.thread ?? null, insertion: answer?.insertion ?? 'after', failed: [...plan.failed] };
  }
}

function add(plan: Plan, request: Request, addresses: readonly string[]): void {
  for (const address of addresses) {
    if (plan.seen.has(address) || plan.seen.size > MAX_REQUESTS || !isOfThread(request, address)) continue;
    plan.seen.add(address);
    plan.queue.push(address);
  }
}

/** A request that failed is made once more after a pause; `null` where that fails too. */
async function withRetry({ get, pause, signal }: Fetcher, address: string): Promise<Awaited<ReturnType<Fetcher['get']>> | null> {
  const first = await get(address).catch(() => null);
  if (first !== null || signal.aborted) return first;
  await pause();
  return signal.aborted ? null : get(address).catch(() => null);
}

function isOfThread({ platform, url }: Request, address: string): boolean {
  if (!URL.canParse(address) || new URL(address).origin !== new URL(url).origin) return false;
  return platform.name in INTERFACES || platform.thread === undefined || threadKey(platform, address) === threadKey(platform, url);
}
