import { effect } from '@preact/signals';
import { removeBadges, showBadges } from '../../components/badge/showBadges.tsx';
import { settings } from '../../utils/reader/settings.ts';
import type { Session } from '../../utils/session/session.ts';

/** Keeps the badges as the session and the settings have them. Returns how to stop. */
export function followBadges({ reading, analysis, fresh }: Session): () => void {
  return effect(() => {
    if (settings.value.badges && reading.value && analysis.value) showBadges(reading.value, analysis.value, fresh.value);
    else removeBadges();
  });
}

/** Brings a comment into view; one that this page does not hold opens in a tab of its own. */
export function jump(session: Session, id: string, smooth = true): void {
  const { thread, elements } = session.reading.value ?? {};
  const place = elements?.get(id);
  if (!place?.isConnected) {
    // It was read on another page of the thread, or the forum emptied it out.
    const there = thread?.comments.find((comment) => comment.id === id)?.permalink;
    if (there) window.open(there, '_blank', 'noopener');
    return;
  }
  const calm = !smooth || matchMedia('(prefers-reduced-motion: reduce)').matches;
  place.scrollIntoView({ block: 'center', behavior: calm ? 'instant' : 'smooth' });
}
