import { effect, type ReadonlySignal, untracked } from '@preact/signals';
import { sendMessage } from '../messaging/index.ts';
import { namesThreads, threadKey } from '../reading/index.ts';
import type { Corrections, Stance } from '../stance/index.ts';
import type { Thread } from '../thread/index.ts';
import { change, corrections, forgotten, inTurn, NOTHING } from './corrections.ts';
import { isEphemeral } from './ephemeral.ts';

// Apart from `corrections.ts`, since a thread's key needs all platforms, which the options page and the popup do without.

/** What the reader said of one thread; nothing where they said nothing. */
export function correctionsOf(thread: Thread): Corrections {
  return corrections.value[threadKeyOf(thread)] ?? NOTHING;
}

/** Sets where a comment stands towards the opening post; `null` takes that back. The model learns from it, but for private windows. */
export function correct(thread: Thread, id: string, stance: Stance | null): Promise<void> {
  return inTurn(async () => {
    const comment = thread.comments.find((candidate) => candidate.id === id);
    if (!comment) return;
    const target = targetOf(thread, correctionsOf(thread).proposition);
    // A correction counts, whether or not something could be learned from it.
    if (!isEphemeral())
      await sendMessage('learn', { of: `${threadKeyOf(thread)} ${id}`, target, text: comment.text, stance }).catch(() => {});
    const { [id]: _, ...others } = correctionsOf(thread).stances;
    await change(threadKeyOf(thread), (said) => ({ ...said, stances: stance ? { ...others, [id]: stance } : others }));
  });
}

/** Words the thread's claim anew; `null` goes back to the thread's own words. */
export function propose(thread: Thread, claim: string | null): Promise<void> {
  return inTurn(() => change(threadKeyOf(thread), ({ stances }) => ({ stances, ...(claim?.trim() && { proposition: claim.trim() }) })));
}

/** Calls `again` whenever the reader has said something else of the thread on this page, or had all forgotten that was learned. */
export function whenCorrected(thread: ReadonlySignal<Thread | null>, again: () => void): () => void {
  let before: { key: string; said: string } | null = null;
  return effect(() => {
    const now = thread.value && { key: threadKeyOf(thread.value), said: JSON.stringify([correctionsOf(thread.value), forgotten.value]) };
    const changed = before && now && before.key === now.key && before.said !== now.said;
    before = now;
    if (changed) untracked(again);
  });
}

/** What the comments of a thread are held against: the reader's own wording of its claim, or the post. */
export const targetOf = ({ title, opening }: Thread, proposition?: string): string => proposition ?? `${title}\n${opening?.text ?? ''}`;

/** The key that a thread is stored under, equal for all its pages. Throws `TypeError` where it has no address. */
export function threadKeyOf({ platform, url }: Thread): string {
  const known = namesThreads(platform);
  return known ? threadKey(known, url) : `${platform} ${url.split('#')[0]}`;
}
