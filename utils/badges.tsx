import { signal } from '@preact/signals';
import { createBadge, paintBadge } from '../components/badge.ts';
import { followBadges } from '../components/popover.tsx';
import { explain } from '../components/Why.tsx';
import { correct } from './corrections.ts';
import { sendMessage } from './messages.ts';
import { settings } from './settings.ts';
import type { Analysis } from './stance/verdict.ts';
import { pageTheme } from './theme.ts';
import type { Reading } from './thread.ts';

const badges = new Map<string, HTMLElement>();
/** What the badges on the page were made from, for an open popover to follow. */
const shown = signal<{ reading: Reading; analysis: Analysis } | null>(null);
let unfollow: (() => void) | null = null;

/**
 * Puts a badge on every comment that has a verdict and a place in the page. Doing it again changes only what differs,
 * so "the page changed" can always be answered by doing it again. The opening post gets none. Linear in the number of comments.
 */
export function showBadges(reading: Reading, analysis: Analysis): void {
  unfollow ??= followBadges({
    why: (id) => shown.value && explain(shown.value.reading, shown.value.analysis, id),
    correct: (id, stance) => shown.value && correct(shown.value.reading.thread, id, stance),
    showModel: () => sendMessage('openOptions', 'model'),
  });
  shown.value = { reading, analysis };
  const first = reading.thread.comments.map(({ id }) => reading.elements.get(id)).find((element) => element?.isConnected);
  const look = { theme: pageTheme(first), density: settings.value.density, kind: analysis.proposition.kind };
  const kept = new Set<HTMLElement>();
  for (const comment of reading.thread.comments) {
    const { id } = comment;
    const place = reading.elements.get(id);
    const verdict = analysis.verdicts[id];
    if (!place || !verdict) continue;
    const badge = badges.get(id) ?? createBadge(id);
    badges.set(id, badge);
    kept.add(badge);
    paintBadge(badge, comment, verdict.opening, look);
    if (badge.parentNode !== place) place.append(badge);
  }
  for (const [id, badge] of badges) if (!kept.has(badge)) badges.delete(id);
  // Badges of comments that went, of an earlier run of ours, and empty copies that the page made of its own nodes.
  for (const badge of document.querySelectorAll<HTMLElement>('[data-standpoint="badge"]')) if (!kept.has(badge)) badge.remove();
}

/** Takes every badge off the page. */
export function removeBadges(): void {
  unfollow?.();
  unfollow = null;
  shown.value = null;
  badges.clear();
  for (const badge of document.querySelectorAll('[data-standpoint="badge"]')) badge.remove();
}
