/**
 * Hides the settings in which not all of the words occur, and the sections that are left with none. A section whose own heading has them
 * is shown whole. Returns how many sections are shown.
 */
export function searchOptions(root: Element, query: string): number {
  const wanted = query.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const says = (element: Element | null) => {
    const text = element?.textContent?.toLocaleLowerCase() ?? '';
    return wanted.every((word) => text.includes(word));
  };
  let shown = 0;
  for (const section of root.querySelectorAll<HTMLElement>(':scope > section')) {
    const settings = [...section.querySelectorAll<HTMLElement>('.setting')];
    const whole = says(section.querySelector('h2')) || settings.length === 0;
    for (const setting of settings) setting.hidden = !whole && !says(setting);
    section.hidden = settings.length > 0 ? settings.every(({ hidden }) => hidden) && !says(section) : !says(section);
    if (!section.hidden && settings.every(({ hidden }) => hidden)) for (const setting of settings) setting.hidden = false;
    if (!section.hidden) shown += 1;
  }
  return shown;
}
