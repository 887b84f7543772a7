import type { ComponentChildren } from 'preact';
import { useCallback } from 'preact/hooks';
import type { Settings } from '../../utils/reader/index.ts';
import { direction, language } from '../../utils/texts/index.ts';
import { useBars } from './useBars.ts';

interface SidebarPanelProps {
  css: string;
  side: Settings['sidebarSide'];
  width: number;
  onKeyDown: (event: KeyboardEvent) => void;
  children: ComponentChildren;
}

/** Puts a style into an element in the way that Firefox takes for ours, whatever the page forbids: whole before it stands in the page. */
function useStyle(css: string): (container: HTMLElement | null) => void {
  return useCallback(
    (container: HTMLElement | null) => {
      const style = document.createElement('style');
      style.textContent = css;
      container?.replaceChildren(style);
    },
    [css],
  );
}

/** The open sidebar at a side of the page, below and beside whatever bars the page keeps in place; on a narrow window a sheet. */
export function SidebarPanel({ css, side, width, onKeyDown, children }: SidebarPanelProps) {
  const { top, beside, bottom } = useBars(side, width);
  return (
    <aside
      class="sidebar"
      data-side={side}
      style={{ inlineSize: `${width}px`, '--bar': `${top}px`, '--beside': `${beside}px`, '--foot': `${bottom}px` }}
      dir={direction()}
      lang={language()}
      aria-label="Standpoint"
      onKeyDown={onKeyDown}
    >
      <div ref={useStyle(css)} hidden />
      {children}
    </aside>
  );
}
