/** Puts a text on the clipboard; says whether that was possible. `near` is an element of ours, since the old way needs a place to select the text in. */
export async function copy(text: string, near: Element): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Pages served without encryption have no clipboard, and some forbid it.
    return copyBySelecting(text, near);
  }
}

function copyBySelecting(text: string, near: Element): boolean {
  const area = document.createElement('textarea');
  area.value = text;
  area.style.cssText = 'position: fixed; inset-block-start: 0; opacity: 0';
  const focused = (near.getRootNode() as Document | ShadowRoot).activeElement;
  near.append(area);
  area.select();
  try {
    return document.execCommand('copy');
  } finally {
    area.remove();
    if (focused instanceof HTMLElement) focused.focus();
  }
}
