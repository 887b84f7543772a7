import { buttonOf } from './badge.ts';

// All badges of a page are one stop of the Tab key (roving tabindex, as the ARIA Authoring Practices have it); arrow keys lead from one to
// the next. In a thread of hundreds nobody could reach the links of the page otherwise.

let stop: HTMLElement | null = null;

/** Makes a badge the one that the Tab key stops at. */
export function stopAt(badge: HTMLElement): void {
  if (stop && stop !== badge) setTabIndex(stop, -1);
  stop = badge;
  setTabIndex(badge, 0);
}

/** Makes a badge the stop where there is none: for whoever moves the focus without a Tab key. */
export function stopAtFirst(badge: HTMLElement): void {
  if (!stop?.isConnected) stopAt(badge);
}

/** Makes the stop a badge that is in view, where any is. Called when the Tab key is pressed outside of badges. */
export function stopInView(): void {
  if (stop?.isConnected && isInView(stop)) return;
  const badges = allBadges();
  // Badges stand in the order of the page: the first that has not been scrolled past is found by halving.
  let [from, to] = [0, badges.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((badges[middle] as HTMLElement).getBoundingClientRect().bottom < 0) from = middle + 1;
    else to = middle;
  }
  const badge = badges[from] ?? badges.at(-1);
  if (badge) stopAt(badge);
}

/** The badge that a key leads to from another; `null` for other keys, and at both ends. */
export function badgeByKey(key: string, from: HTMLElement): HTMLElement | null {
  const badges = allBadges();
  const index = badges.indexOf(from);
  const targets: Record<string, number> = {
    ArrowDown: index + 1,
    ArrowRight: index + 1,
    ArrowUp: index - 1,
    ArrowLeft: index - 1,
    Home: 0,
    End: badges.length - 1,
  };
  const target = Object.hasOwn(targets, key) ? badges[targets[key] as number] : undefined;
  return target && target !== from ? target : null;
}

const allBadges = () => [...document.querySelectorAll<HTMLElement>('[data-standpoint="badge"]')];

function setTabIndex(badge: HTMLElement, index: number): void {
  const button = buttonOf(badge);
  if (button) button.tabIndex = index;
}

function isInView(badge: HTMLElement): boolean {
  const { top, bottom } = badge.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}
