import { useComputed, useSignal, useSignalEffect } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Layout, ReadingPosition } from '../../utils/page/index.ts';
import { settings, sidebarOpen } from '../../utils/reader/index.ts';
import type { Session } from '../../utils/session/index.ts';
import type { Analysis, Label } from '../../utils/stance/index.ts';
import { labelOf } from '../../utils/summary/index.ts';
import { direction, formatCount, language, t, wordOf } from '../../utils/texts/index.ts';
import type { Comment } from '../../utils/thread/index.ts';
import { Icon } from '../shared/Icon.tsx';
import { ICONS } from '../shared/icons.ts';
import { isRoomy, linesOf, type Mark, SIZE, spread } from './minimapMarks.ts';

interface MinimapProps {
  session: Session;
  position: ReadingPosition;
  /** Goes to a comment; `smooth` where it was clicked at, at once where keys go from one to the next. */
  jump: (id: string, smooth: boolean) => void;
}

/** Where each key goes. Down is forward, as in the page. */
const KEYS: Record<string, (index: number, last: number) => number> = {
  ArrowDown: (index) => index + 1,
  ArrowUp: (index) => index - 1,
  PageDown: (index) => index + 10,
  PageUp: (index) => index - 10,
  Home: () => 0,
  End: (_, last) => last,
};

/** A strip at the edge of the page with one mark per comment in its place, and where the reader is. */
export function Minimap({ session, position, jump }: MinimapProps) {
  const strip = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const height = useSignal(0);
  /** The comment that the pointer is at; `null` where it is elsewhere. */
  const pointed = useSignal<number | null>(null);
  const focused = useSignal(false);
  const side = settings.value.sidebarSide === 'left' ? 'right' : 'left';
  const layout = position.layout.value;
  const marks = useComputed(() => marksOf(position.layout.value, session, height.value));
  const drawing = useComputed(() => <Drawing marks={marks.value} height={height.value} />);

  const shown = layout !== null && layout.ids.length > 1 && session.analysis.value !== null;
  useLayoutEffect(() => {
    const element = strip.current;
    if (!element) return;
    const measure = () => {
      height.value = element.clientHeight;
    };
    measure();
    const watcher = new ResizeObserver(measure);
    watcher.observe(element);
    return () => watcher.disconnect();
  }, [shown, height]);
  // Moved by itself, since nothing else changes while the page scrolls.
  useSignalEffect(() => {
    const { top, height: seen } = position.view.value;
    const all = Math.max(position.layout.value?.height ?? 1, 1);
    const scale = height.value / all;
    if (!frame.current) return;
    frame.current.style.transform = `translateY(${top * scale}px)`;
    frame.current.style.blockSize = `${Math.max(seen * scale, 4)}px`;
  });
  if (!shown) return null;

  const { ids } = layout;
  const index = Math.max(0, position.current.value);
  const here = commentAt(session, ids[index]);
  const told = pointed.value ?? (focused.value ? index : null);
  const nearest = (event: MouseEvent) => nearestTo(marks.value, event.clientY - (strip.current?.getBoundingClientRect().top ?? 0));
  const go = (to: number, smooth: boolean) => {
    const id = ids[to];
    if (id !== undefined) jump(id, smooth);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const to = KEYS[event.key]?.(index, ids.length - 1);
    if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    go(Math.max(0, Math.min(ids.length - 1, to)), false);
  };
  const describe = (row: number) =>
    t('minimap.place', {
      number: formatCount(row + 1),
      of: formatCount(ids.length),
      author: commentAt(session, ids[row])?.author ?? t('comment.unknown'),
      stance: wordAt(session, ids[row]),
    });
  return (
    <>
      <div
        ref={strip}
        class="strip"
        data-side={side}
        data-sheet={settings.value.sidebar && sidebarOpen.value}
        role="slider"
        tabIndex={0}
        aria-orientation="vertical"
        aria-label={t('minimap.name')}
        aria-valuemin={1}
        aria-valuemax={ids.length}
        aria-valuenow={index + 1}
        aria-valuetext={here ? describe(index) : undefined}
        lang={language()}
        onKeyDown={onKeyDown}
        onFocus={() => {
          focused.value = strip.current?.matches(':focus-visible') ?? false;
        }}
        onBlur={() => {
          focused.value = false;
        }}
        onPointerMove={(event) => {
          pointed.value = nearest(event);
        }}
        onPointerLeave={() => {
          pointed.value = null;
        }}
        onClick={(event) => {
          const to = nearest(event);
          if (to !== null) go(to, true);
        }}
      >
        {drawing.value}
        <div ref={frame} class="frame" />
      </div>
      {told !== null && (
        <Told session={session} id={ids[told]} side={side} y={marks.value[told]?.y ?? 0} height={height.value} text={describe(told)} />
      )}
    </>
  );
}

interface ToldProps {
  session: Session;
  id: string | undefined;
  side: string;
  y: number;
  height: number;
  text: string;
}

/** Who says what at a place of the map. */
function Told({ session, id, side, y, height, text }: ToldProps) {
  const comment = commentAt(session, id);
  const label = session.analysis.value && id !== undefined ? labelOf(session.analysis.value, id) : 'pending';
  return (
    // What it says is the slider's text too.
    <div
      class="told"
      data-side={side}
      style={y < height / 2 ? { insetBlockStart: `${y}px` } : { insetBlockEnd: `${height - y}px` }}
      dir={direction()}
      aria-hidden="true"
    >
      <p class="who" data-stance={label}>
        <Icon label={label} /> {text}
      </p>
      <p class="words" dir="auto">
        {comment?.text.slice(0, 200)}
      </p>
    </div>
  );
}

/** Shapes where there is room, lines where there is none. */
function Drawing({ marks, height }: { marks: readonly Mark[]; height: number }) {
  if (height === 0) return null;
  return (
    <svg class="marks" width="12" height={height} aria-hidden="true">
      {isRoomy(marks, height) ? <Shapes marks={marks} height={height} /> : <ManyLines marks={marks} />}
    </svg>
  );
}

function Shapes({ marks, height }: { marks: readonly Mark[]; height: number }) {
  const scale = SIZE / 16;
  return (
    <>
      {spread(marks, height).map((middle, index) => {
        const { label, rest } = marks[index] as Mark;
        const transform = `translate(${(12 - SIZE) / 2} ${(middle - SIZE / 2).toFixed(1)}) scale(${scale})`;
        return (
          <path key={index} class="shape" data-stance={label} data-rest={rest} d={ICONS[label]} fill-rule="evenodd" transform={transform} />
        );
      })}
    </>
  );
}

function ManyLines({ marks }: { marks: readonly Mark[] }) {
  const { found, rest } = linesOf(marks);
  return (
    <>
      {Object.entries(rest).map(([label, lines]) => (
        <path key={`rest ${label}`} data-stance={label} data-rest="true" d={lines} />
      ))}
      {Object.entries(found).map(([label, lines]) => (
        <path key={label} data-stance={label} d={lines} />
      ))}
    </>
  );
}

function marksOf(layout: Layout | null, { analysis, found }: Session, height: number): Mark[] {
  if (!layout || !analysis.value) return [];
  const wanted = found.value && new Set(found.value.map(({ id }) => id));
  const scale = height / Math.max(layout.height, 1);
  const verdicts: Analysis = analysis.value;
  return layout.ids.map((id, index) => ({
    y: (layout.tops[index] ?? 0) * scale,
    label: labelOf(verdicts, id),
    rest: wanted !== null && !wanted.has(id),
  }));
}

/** The mark nearest to a height on the map, of those looked for where something is; `null` where there is none. */
function nearestTo(marks: readonly Mark[], y: number): number | null {
  const all = marks.every(({ rest }) => rest);
  let nearest: number | null = null;
  for (const [index, mark] of marks.entries()) {
    if (mark.rest && !all) continue;
    if (nearest === null || Math.abs(mark.y - y) < Math.abs((marks[nearest]?.y ?? 0) - y)) nearest = index;
  }
  return nearest;
}

function commentAt({ thread }: Session, id: string | undefined): Comment | undefined {
  return thread.value?.comments.find((comment) => comment.id === id);
}

function wordAt(session: Session, id: string | undefined): string {
  const { analysis } = session;
  const label: Label = analysis.value && id !== undefined ? (analysis.value.verdicts[id]?.opening.stance ?? 'pending') : 'pending';
  return wordOf(label, analysis.value?.proposition.kind ?? 'claim', commentAt(session, id)?.text ?? '');
}
