import { effect } from '@preact/signals';
import { removeBadges, showBadges } from '../../components/badge/showBadges.tsx';
import { settings } from '../../utils/reader/index.ts';
import type { Session } from '../../utils/session/index.ts';

/** Keeps the badges as the session and the settings have them; marks that wait for the model go where it gives no answer. Returns how to stop. */
export function keepBadges({ reading, analysis, fresh, failure }: Session, jump?: (id: string) => void): () => void {
  return effect(() => {
    const isExpected = analysis.value !== null || failure.value === null;
    if (settings.value.badges && reading.value && isExpected) showBadges(reading.value, analysis.value, fresh.value, jump);
    else removeBadges();
  });
}
