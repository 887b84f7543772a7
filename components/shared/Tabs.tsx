import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

/** One of several views, by its name and what is written on it. */
export interface Tab<Name extends string> {
  name: Name;
  label: string;
}

/** A row of tabs and the panel of the open one. Arrow keys, Home and End go from tab to tab, as they do in every tab list. */
export function Tabs<Name extends string>({
  tabs,
  open,
  choose,
  label,
  children,
}: {
  tabs: readonly Tab<Name>[];
  open: Name;
  choose(name: Name): void;
  label: string;
  children: ComponentChildren;
}) {
  const id = useId();
  const index = tabs.findIndex(({ name }) => name === open);
  const onKeyDown = (event: KeyboardEvent) => {
    const list = event.currentTarget as HTMLElement;
    const forward = getComputedStyle(list).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const backward = forward === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft';
    const to = { [forward]: index + 1, [backward]: index - 1, Home: 0, End: -1 }[event.key];
    const next = to === undefined ? undefined : tabs.at(to % tabs.length);
    if (!next) return;
    event.preventDefault();
    choose(next.name);
    list.querySelector<HTMLElement>(`[data-tab="${next.name}"]`)?.focus();
  };
  return (
    <>
      <div class="tabs" role="tablist" aria-label={label} onKeyDown={onKeyDown}>
        {tabs.map(({ name, label }) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`${id}-${name}`}
            data-tab={name}
            aria-selected={name === open}
            aria-controls={`${id}-panel`}
            tabIndex={name === open ? 0 : -1}
            onClick={() => choose(name)}
          >
            {label}
          </button>
        ))}
      </div>
      <div class="view" role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${open}`}>
        {children}
      </div>
    </>
  );
}
