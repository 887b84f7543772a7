import { effect } from '@preact/signals';
import { hashId, isEphemeral, keepVisit, readVisit, settings, threadKeyOf, type Visit } from '../reader/index.ts';
import type { Session } from './session.ts';

/** Reading the page again within this time, in milliseconds, is still the same visit. */
const SAME_VISIT_MS = 30 * 60_000;
/** A visit counts once it has lasted this long; what comes in quick succession is written once. */
const SETTLE_MS = 1000;

/** Tells a session of the last visit to its thread, and remembers this one, unless the window is private or the reader wants none kept. Returns how to stop. */
export function trackVisit(session: Session): () => void {
  if (isEphemeral()) return () => {};
  let key: string | null = null;
  let visit: Visit | null = null;
  let writing: number | undefined;
  const begin = async (now: string) => {
    const stored = await readVisit(now);
    if (key !== now) return;
    visit = begun(stored);
    session.lastVisit.value = visit.before === null ? null : { moment: visit.before, known: new Set(visit.known) };
    note();
  };
  /** Adds what the thread holds now; writes it down a little later. */
  const note = () => {
    const { thread } = session;
    if (!visit || !thread.value) return;
    const known = new Set([...visit.known, ...visit.added]);
    const added = thread.value.comments.map(({ id }) => hashId(id)).filter((id) => !known.has(id));
    if (added.length === 0 && visit.at > 0) return;
    visit = { ...visit, at: Date.now(), added: [...visit.added, ...added] };
    clearTimeout(writing);
    writing = window.setTimeout(keepVisit, SETTLE_MS, key, visit);
  };
  const stop = effect(() => {
    const thread = settings.value.keepVisits > 0 ? session.thread.value : null;
    const now = thread && hashId(threadKeyOf(thread));
    if (now === key) return note();
    key = now;
    visit = null;
    session.lastVisit.value = null;
    if (now) begin(now);
  });
  return () => {
    stop();
    clearTimeout(writing);
  };
}

/** A new visit that follows on what was kept, or the same one, where the reader has only just been here. */
function begun(stored: Visit | null): Visit {
  if (!stored) return { at: 0, before: null, known: [], added: [] };
  if (Date.now() - stored.at < SAME_VISIT_MS) return stored;
  return { at: 0, before: stored.at, known: [...stored.known, ...stored.added], added: [] };
}
