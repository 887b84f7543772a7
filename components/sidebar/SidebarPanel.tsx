import type { ComponentChildren } from 'preact';
import type { Settings } from '../../utils/reader/index.ts';
import { direction, language } from '../../utils/texts/index.ts';
import { useTopBar } from './useTopBar.ts';

interface SidebarPanelProps {
  side: Settings['sidebarSide'];
  width: number;
  onKeyDown: (event: KeyboardEvent) => void;
  children: ComponentChildren;
}

/** The open sidebar at a side of the page, below whatever bar the page keeps at its top; on a narrow window a sheet. */
export function SidebarPanel({ side, width, onKeyDown, children }: SidebarPanelProps) {
  const bar = useTopBar(side, width);
  return (
    <aside
      class="sidebar"
      data-side={side}
      style={{ inlineSize: `${width}px`, '--bar': `${bar}px` }}
      dir={direction()}
      lang={language()}
      aria-label="Standpoint"
      onKeyDown={onKeyDown}
    >
      {children}
    </aside>
  );
}
