import type { Label } from '../../utils/stance/index.ts';

/** One outline per label in a square of 16, each with a silhouette of its own, so that none needs its colour to be told apart. */
export const ICONS: Record<Label, string> = {
  /** A disc with a plus. */
  support: 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1Zm-1 3.4V7H4.4v2H7v2.6h2V9h2.6V7H9V4.4Z',
  /** A diamond with a minus. */
  oppose: 'M6.8.8a1.7 1.7 0 0 1 2.4 0l6 6a1.7 1.7 0 0 1 0 2.4l-6 6a1.7 1.7 0 0 1-2.4 0l-6-6a1.7 1.7 0 0 1 0-2.4ZM4.4 7v2h7.2V7Z',
  /** A disc of which one half is empty. */
  mixed: 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1Zm0 2v10A5 5 0 0 0 8 3Z',
  /** Two level bars. */
  neutral: 'M3 4h10a1 1 0 0 1 0 2.4H3A1 1 0 0 1 3 4Zm0 5.6h10a1 1 0 0 1 0 2.4H3a1 1 0 0 1 0-2.4Z',
  /** A question mark. */
  question:
    'M3.9 5.3C3.9 2.7 5.7 1 8.1 1c2.5 0 4.2 1.5 4.2 3.8 0 1.6-.8 2.5-2 3.4-.9.7-1.2 1.1-1.2 1.9v.4H6.8v-.6c0-1.6.7-2.4 1.8-3.2.8-.6 1.2-1 1.2-1.8 0-.9-.6-1.5-1.7-1.5S6.3 4.1 6.3 5.3ZM7.95 12a1.5 1.5 0 1 1 0 3 1.5 1.5 0 0 1 0-3Z',
  /** A wave. */
  unsure:
    'M1.2 9.3C2 6.5 3.7 4.9 5.7 4.9c1.6 0 2.6.9 3.5 1.7.7.6 1.2 1 1.8 1 .8 0 1.4-.7 1.9-2.1l2 .7c-.8 2.5-2.1 4-4 4-1.5 0-2.4-.9-3.3-1.6-.7-.6-1.2-1-1.9-1-.9 0-1.7.9-2.3 2.5Z',
  /** Three dots. */
  pending:
    'M3 6.4a1.6 1.6 0 1 1 0 3.2 1.6 1.6 0 0 1 0-3.2Zm5 0a1.6 1.6 0 1 1 0 3.2 1.6 1.6 0 0 1 0-3.2Zm5 0a1.6 1.6 0 1 1 0 3.2 1.6 1.6 0 0 1 0-3.2Z',
  /** A struck-out ring. */
  skipped: 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1Zm0 1.9a5.1 5.1 0 1 0 0 10.2A5.1 5.1 0 0 0 8 2.9Zm2.7 1.3 1.1 1.1-6.5 6.5-1.1-1.1Z',
};

const SVG = 'http://www.w3.org/2000/svg';

/** From an answer up to what it answers. */
const ARROW = 'M6.2 2.2v2.9h1.6c4 0 6.2 2.3 6.2 6.6v2h-2.2v-2c0-3-1.3-4.4-4-4.4H6.2v3L1 6.2Z';

/** The icon of a label as a plain element, for what is shown too often to be rendered by a component. */
export function createIcon(label: Label): SVGSVGElement {
  return drawn(ICONS[label], 'icon');
}

/** What stands before words on the comment that is answered. */
export function createArrow(): SVGSVGElement {
  return drawn(ARROW, 'icon arrow');
}

function drawn(outline: string, name: string): SVGSVGElement {
  const icon = document.createElementNS(SVG, 'svg');
  icon.setAttribute('viewBox', '0 0 16 16');
  icon.setAttribute('class', name);
  icon.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', outline);
  path.setAttribute('fill-rule', 'evenodd');
  icon.append(path);
  return icon;
}
