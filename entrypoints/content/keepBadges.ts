import { effect } from '@preact/signals';
import { removeBadges, showBadges } from '../../components/badge/showBadges.tsx';
import { settings } from '../../utils/reader/index.ts';
import type { Session } from '../../utils/session/index.ts';

/** Keeps the badges as the session and the settings have them. Returns how to stop. */
export function keepBadges({ reading, analysis, fresh }: Session, jump?: (id: string) => void): () => void {
  return effect(() => {
    if (settings.value.badges && reading.value && analysis.value) showBadges(reading.value, analysis.value, fresh.value, jump);
    else removeBadges();
  });
}
