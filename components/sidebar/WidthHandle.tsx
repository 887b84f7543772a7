import { useRef } from 'preact/hooks';
import { changeSettings, type Settings, SIDEBAR_WIDTH } from '../../utils/reader/index.ts';
import { t } from '../../utils/texts/index.ts';

const { least: NARROWEST, most: WIDEST } = SIDEBAR_WIDTH;
const KEY_STEP = 20;

interface WidthHandleProps {
  side: Settings['sidebarSide'];
  width: number;
  /** Shows a width that is not settled yet; `null` when it is. */
  drag: (width: number | null) => void;
}

/** The inner edge of the sidebar: dragged, or moved by the arrow keys. */
export function WidthHandle({ side, width, drag }: WidthHandleProps) {
  const settling = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  // Synchronised storage takes only so many changes a minute, so a held key is stored once, at its end.
  const settle = (wanted: number, delay: number) => {
    const next = Math.round(Math.min(WIDEST, Math.max(NARROWEST, wanted)));
    drag(next);
    clearTimeout(settling.current);
    settling.current = setTimeout(async () => {
      await changeSettings({ sidebarWidth: next });
      drag(null);
    }, delay);
  };
  const onPointerDown = (event: PointerEvent & { currentTarget: HTMLElement }) => {
    const handle = event.currentTarget;
    const fromWidth = (move: PointerEvent) => width + (side === 'right' ? event.clientX - move.clientX : move.clientX - event.clientX);
    handle.setPointerCapture(event.pointerId);
    handle.onpointermove = (move) => settle(fromWidth(move), 400);
    handle.onpointerup = handle.onpointercancel = (last) => {
      handle.onpointermove = handle.onpointerup = handle.onpointercancel = null;
      settle(fromWidth(last), 0);
    };
    event.preventDefault();
    handle.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const wider = side === 'right' ? 'ArrowLeft' : 'ArrowRight';
    const narrower = side === 'right' ? 'ArrowRight' : 'ArrowLeft';
    const wanted = { [wider]: width + KEY_STEP, [narrower]: width - KEY_STEP, Home: NARROWEST, End: WIDEST }[event.key];
    if (wanted === undefined) return;
    event.preventDefault();
    settle(wanted, 300);
  };
  return (
    <hr
      class="handle"
      aria-orientation="vertical"
      aria-label={t('head.width')}
      aria-valuemin={NARROWEST}
      aria-valuemax={WIDEST}
      aria-valuenow={width}
      tabIndex={0}
      onPointerDown={onPointerDown}
      onKeyDown={onKeyDown}
    />
  );
}
