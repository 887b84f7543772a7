import { changeSettings, type Settings, turnSidebar } from '../../utils/reader/index.ts';
import { t } from '../../utils/texts/index.ts';
import { Cross } from '../shared/Cross.tsx';
import { Logo } from '../shared/Logo.tsx';

/** Whose sidebar it is, and how to get it out of the way. */
export function SidebarHead({ side }: { side: Settings['sidebarSide'] }) {
  const other = side === 'left' ? 'right' : 'left';
  // Whoever moves it wants it there, also where the page leaves no room for it.
  const moveOver = () => {
    changeSettings({ sidebarSide: other });
    turnSidebar(true);
  };
  const move = t(side === 'left' ? 'head.toRight' : 'head.toLeft');
  return (
    <header class="head">
      <h1>
        <Logo /> Standpoint
      </h1>
      <button type="button" class="tool" data-for="side" aria-label={move} title={move} onClick={moveOver}>
        <svg class="line-icon" viewBox="0 0 16 16" aria-hidden="true">
          <path d="M2 3h12v10H2zM6 3v10" transform={side === 'right' ? undefined : 'matrix(-1 0 0 1 16 0)'} />
        </svg>
      </button>
      <button
        type="button"
        class="tool"
        data-for="fold"
        aria-label={t('head.fold')}
        title={t('head.foldInto')}
        onClick={() => turnSidebar(false)}
      >
        <svg class="line-icon" viewBox="0 0 16 16" aria-hidden="true">
          <path d="m5 3 5 5-5 5M13 3v10" transform={side === 'right' ? undefined : 'matrix(-1 0 0 1 16 0)'} />
        </svg>
      </button>
      <button
        type="button"
        class="tool"
        aria-label={t('head.close')}
        title={t('head.closeEverywhere')}
        onClick={() => changeSettings({ sidebar: false })}
      >
        <Cross />
      </button>
    </header>
  );
}
