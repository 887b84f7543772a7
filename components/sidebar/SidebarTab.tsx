import { changeSettings, type Settings } from '../../utils/reader/settings.ts';
import type { Summary } from '../../utils/summary/summarize.ts';
import { t } from '../../utils/texts/texts.ts';
import { Logo } from '../shared/Logo.tsx';

/** The folded sidebar: a tab at the edge that opens it, with the division in small. */
export function SidebarTab({ side, summary }: { side: Settings['sidebarSide']; summary: Summary | null }) {
  return (
    <button
      type="button"
      class="tab"
      data-side={side}
      aria-expanded="false"
      title={t('head.open')}
      onClick={() => changeSettings({ sidebarOpen: true })}
    >
      <Logo />
      <span class="hidden">{t('head.open')}</span>
      {summary?.proposition.kind === 'claim' && (
        <span class="bar" aria-hidden="true">
          {(['support', 'oppose'] as const).map((label) => (
            <span key={label} class="part" data-stance={label} style={{ flexGrow: summary.division[label] }} />
          ))}
        </span>
      )}
    </button>
  );
}
