import { useRef } from 'preact/hooks';
import { type Settings, turnSidebar } from '../../utils/reader/index.ts';
import type { Summary } from '../../utils/summary/index.ts';
import { t } from '../../utils/texts/index.ts';
import { DivisionBar } from '../shared/DivisionBar.tsx';
import { Logo } from '../shared/Logo.tsx';
import { useFoldedPlace } from './useFoldedPlace.ts';

/** From one side to the other: what takes none stands between them, and what is not known too. */
const SHOWN = ['support', 'mixed', 'neutral', 'question', 'unsure', 'skipped', 'pending', 'oppose'] as const;

interface FoldedSidebarProps {
  side: Settings['sidebarSide'];
  summary: Summary | null;
  /** The comments in the page, which it must not lie on. */
  elements: ReadonlyMap<string, Element> | undefined;
}

/** The folded sidebar: a tab at the edge that opens it, with the division in small; a strip in the margin where words would lie under it. */
export function FoldedSidebar({ side, summary, elements }: FoldedSidebarProps) {
  const handle = useRef<HTMLButtonElement>(null);
  const { slim, down, beside } = useFoldedPlace(side, elements, handle);
  return (
    <button
      ref={handle}
      type="button"
      class="tab"
      data-side={side}
      data-slim={slim || undefined}
      data-over={down === null || undefined}
      style={{ '--down': `${down ?? 0}px`, '--beside': `${side === 'right' ? -beside : beside}px` }}
      aria-expanded="false"
      title={t('head.open')}
      onClick={() => turnSidebar(true)}
    >
      <Logo />
      <span class="hidden">{t('head.open')}</span>
      {summary?.proposition.kind === 'claim' && summary.read > 0 && <DivisionBar division={summary.division} order={SHOWN} />}
    </button>
  );
}
