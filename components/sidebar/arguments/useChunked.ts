import { useEffect, useState } from 'preact/hooks';
import { type Chunked, runChunked } from '../../../utils/chunked.ts';
import type { Analysis } from '../../../utils/stance/index.ts';
import type { Thread } from '../../../utils/thread/index.ts';

type Compute<Result> = (thread: Thread, analysis: Analysis) => Chunked<Result>;

/** What was computed stays for as long as the analysis does, so that a view opened again is there at once. */
const known = new WeakMap<Analysis, { thread: Thread; results: Map<Compute<unknown>, unknown> }>();

function resultsOf(thread: Thread, analysis: Analysis): Map<Compute<unknown>, unknown> {
  const cached = known.get(analysis);
  if (cached?.thread === thread) return cached.results;
  const results = new Map();
  known.set(analysis, { thread, results });
  return results;
}

/**
 * Computes something of a thread bit by bit. `null` until it is there, and before it is known how; while the same thread grows, what was
 * there before stays until the new is.
 */
export function useChunked<Result>(compute: Compute<Result> | undefined, thread: Thread, analysis: Analysis): Result | null {
  const [latest, setLatest] = useState<{ url: string; result: Result } | null>(null);
  const results = resultsOf(thread, analysis);
  useEffect(() => {
    if (!compute) return;
    if (results.has(compute)) {
      setLatest({ url: thread.url, result: results.get(compute) as Result });
      return;
    }
    const superseded = new AbortController();
    runChunked(compute(thread, analysis), superseded.signal).then((result) => {
      if (result === null) return;
      results.set(compute, result);
      setLatest({ url: thread.url, result });
    });
    return () => superseded.abort();
  }, [compute, thread, analysis]);
  return ((compute && results.get(compute)) as Result | undefined) ?? (latest?.url === thread.url ? latest.result : null);
}
