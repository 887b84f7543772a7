import type { Thread } from '../thread.ts';
import { threadKey } from '../threadKey.ts';
import { discourseSource } from './discourse.ts';
import { flarumSource } from './flarum.ts';
import { lemmySource } from './lemmy.ts';
import { nodebbSource } from './nodebb.ts';
import { pagesSource } from './pages.ts';
import type { Place, Request, Source } from './source.ts';

/** Forums whose own interface is open to readers and simpler than their pages. */
const INTERFACES: Record<string, (request: Request) => Source> = {
  discourse: discourseSource,
  flarum: flarumSource,
  lemmy: lemmySource,
  nodebb: nodebbSource,
};

/** No forum is asked for more than this, whatever it says. */
const MOST = 2000;

export interface Progress {
  /** Answers had, and how many are known to be needed; more may come to light. */
  done: number;
  of: number;
  /** What the latest answer held, and where it belongs. */
  thread: Thread | null;
  place: Place;
  /** Addresses that could not be had, twice. */
  failed: readonly string[];
}

export interface Means {
  /** The body at an address, as text; rejects where it cannot be had. */
  get(address: string): Promise<string>;
  /** Waits between two requests, so that a forum is never pressed. */
  pause(): Promise<void>;
  signal: AbortSignal;
}

/** How the rest of a thread would be read; `null` where nothing is missing or the page does not lead to it. */
export function sourceOf(request: Request): Source | null {
  const source = (INTERFACES[request.platform.name] ?? pagesSource)(request);
  return source.start.length > 0 ? source : null;
}

/**
 * Asks a thread's own site for the rest of it, one request at a time, and yields each answer as it comes. Only addresses of the page's own
 * site are asked; a page must be of the same thread. A request that fails is repeated once, then named; what was read stays.
 */
export async function* readRest(request: Request, source: Source, { get, pause, signal }: Means): AsyncGenerator<Progress> {
  const queue: string[] = [];
  const seen = new Set<string>([request.url.split('#')[0] ?? '']);
  const failed: string[] = [];
  let done = 0;
  const add = (addresses: readonly string[]) => {
    for (const address of addresses) {
      if (seen.has(address) || seen.size > MOST || !isOfThread(request, address)) continue;
      seen.add(address);
      queue.push(address);
    }
  };
  add(source.start);
  for (let address = queue.shift(); address !== undefined && !signal.aborted; address = queue.shift()) {
    if (done > 0) await pause();
    const body = await twice(get, address, pause, signal);
    if (signal.aborted) return;
    done += 1;
    const answer = body === null ? null : source.take(address, body);
    if (answer) add(answer.further);
    else {
      failed.push(address);
      add(source.skip?.(address) ?? []);
    }
    yield { done, of: done + queue.length, thread: answer?.thread ?? null, place: answer?.place ?? 'after', failed: [...failed] };
  }
}

/** A request that failed is made once more after a pause; `null` where that fails too. */
async function twice(get: Means['get'], address: string, pause: Means['pause'], signal: AbortSignal): Promise<string | null> {
  const first = await get(address).catch(() => null);
  if (first !== null || signal.aborted) return first;
  await pause();
  return get(address).catch(() => null);
}

function isOfThread({ platform, url }: Request, address: string): boolean {
  if (!URL.canParse(address) || new URL(address).origin !== new URL(url).origin) return false;
  return platform.name in INTERFACES || platform.thread === undefined || threadKey(platform, address) === threadKey(platform, url);
}
