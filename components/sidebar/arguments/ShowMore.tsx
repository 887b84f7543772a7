import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { tCount } from '../../../utils/texts/index.ts';

/** So many more are shown at a time. */
const MORE_AT_A_TIME = 20;

interface ShowMoreProps<Item> {
  items: readonly Item[];
  /** So many are shown before the reader asks for more. */
  first: number;
  show(item: Item): ComponentChildren;
  label?: string;
}

/** A list of cards of which the rest comes when it is asked for. The keyboard then goes on at the first of what came. */
export function ShowMore<Item>({ items, first, show, label }: ShowMoreProps<Item>) {
  const [most, setMost] = useState(first);
  const list = useRef<HTMLUListElement>(null);
  const goOn = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (goOn.current === null) return;
    list.current?.children[goOn.current]?.querySelector('button')?.focus();
    goOn.current = null;
  }, [most]);
  const left = items.length - most;
  return (
    <>
      <ul class="cards" ref={list} aria-label={label}>
        {items.slice(0, most).map(show)}
      </ul>
      {left > 0 && (
        <button
          type="button"
          class="plain more"
          onClick={() => {
            goOn.current = most;
            setMost(most + MORE_AT_A_TIME);
          }}
        >
          {tCount('arguments.more', Math.min(left, MORE_AT_A_TIME))}
        </button>
      )}
    </>
  );
}
