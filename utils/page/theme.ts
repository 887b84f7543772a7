import { signal } from '@preact/signals';
import { bodyOf } from '../reading/index.ts';

/** How a page looks, and so what stands in it of ours. */
export type Theme = 'light' | 'dark';

/**
 * Whether the page is light or dark where an element stands: by the lightness of the first opaque background behind it.
 * A page that paints none shows the browser's own canvas, which is dark only where the page says that it can be.
 */
export function pageTheme(from: Element = bodyOf(document) ?? document.documentElement): Theme {
  followTurns();
  for (let element: Element | null = from; element; element = element.parentElement) {
    const lightness = lightnessOf(getComputedStyle(element).backgroundColor);
    if (lightness !== null) return lightness < 0.5 ? 'dark' : 'light';
  }
  const schemes = getComputedStyle(document.documentElement).colorScheme ?? '';
  if (!schemes.includes('dark')) return 'light';
  return schemes.includes('light') ? readerTheme() : 'dark';
}

/** How often the reader's system went from light to dark or back while this page was open: asked for, it has what is drawn drawn anew. */
const turns = signal(0);
let isFollowed = false;
/** Pages fade from one to the other; by then they have. */
const FADED_MS = 600;

/** Has what is drawn now, and takes the page's theme later, drawn anew when that may have changed. */
export function followTurns(): void {
  void turns.value;
  if (isFollowed || typeof matchMedia === 'undefined') return;
  isFollowed = true;
  const turn = () => {
    turns.value += 1;
  };
  darkPreferred().addEventListener('change', () => {
    turn();
    setTimeout(turn, FADED_MS);
  });
}

/** What the reader's system prefers. */
export function readerTheme(): Theme {
  followTurns();
  return darkPreferred().matches ? 'dark' : 'light';
}

/** Keeps the root element of one of our own pages in the reader's theme. Never for a page that is not ours. */
export function followReaderTheme(): void {
  const show = () => {
    document.documentElement.dataset.theme = readerTheme();
  };
  show();
  darkPreferred().addEventListener('change', show);
}

function darkPreferred(): MediaQueryList {
  return matchMedia('(prefers-color-scheme: dark)');
}

/** Lightness, 0…1, of a computed colour; `null` where it is so transparent that what lies behind decides. */
export function lightnessOf(color: string): number | null {
  const open = color.indexOf('(');
  if (open < 0) return null;
  const space = color.slice(0, open);
  const parts = color
    .slice(open + 1, -1)
    .replace(/[,/]/g, ' ')
    .split(' ')
    .filter(Boolean);
  const channels = space === 'color' ? parts.slice(1) : parts;
  const [first = 0, second = 0, third = 0, alpha = 1] = channels.map(fraction);
  if (alpha < 0.5) return null;
  if (space.startsWith('oklab') || space.startsWith('oklch')) return first;
  if (space.startsWith('lab') || space.startsWith('lch')) return first / 100;
  const scale = space === 'color' ? 1 : 255;
  return (0.299 * first + 0.587 * second + 0.114 * third) / scale;
}

function fraction(part: string): number {
  const number = Number.parseFloat(part) || 0;
  return part.endsWith('%') ? number / 100 : number;
}
