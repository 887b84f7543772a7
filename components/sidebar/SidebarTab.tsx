import { type Settings, turnSidebar } from '../../utils/reader/index.ts';
import type { Summary } from '../../utils/summary/index.ts';
import { t } from '../../utils/texts/index.ts';
import { Logo } from '../shared/Logo.tsx';

/** From one side to the other: what takes none stands between them, and what is not known too. */
const SHOWN = ['support', 'mixed', 'neutral', 'question', 'unsure', 'skipped', 'pending', 'oppose'] as const;

/** The folded sidebar: a tab at the edge that opens it, with the division in small. */
export function SidebarTab({ side, summary }: { side: Settings['sidebarSide']; summary: Summary | null }) {
  return (
    <button type="button" class="tab" data-side={side} aria-expanded="false" title={t('head.open')} onClick={() => turnSidebar(true)}>
      <Logo />
      <span class="hidden">{t('head.open')}</span>
      {summary?.proposition.kind === 'claim' && summary.read > 0 && (
        <span class="bar" aria-hidden="true">
          {SHOWN.filter((label) => summary.division[label] > 0).map((label) => (
            <span key={label} class="part" data-stance={label} style={{ flexGrow: summary.division[label] }} />
          ))}
        </span>
      )}
    </button>
  );
}
