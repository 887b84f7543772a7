/** What the reader does to a page; that it scrolls by itself is none of theirs. */
const DONE = ['keydown', 'pointerdown', 'wheel', 'touchmove'] as const;
/** So long after that they wait for nothing, in milliseconds. */
const QUIET_MS = 250;
/** A reader who is never quiet is not waited for longer, in milliseconds. */
const LONGEST_MS = 10_000;

let last = Number.NEGATIVE_INFINITY;
let isFollowed = false;

/**
 * Calls back once the reader has neither typed, pressed nor turned the wheel for a moment: what has the browser lay out a long page is not done
 * while they wait for it to answer.
 */
export function whenQuiet(act: () => void): void {
  follow();
  const asked = performance.now();
  const look = () => {
    const now = performance.now();
    const rest = last + QUIET_MS - now;
    if (rest <= 0 || now - asked >= LONGEST_MS) act();
    else setTimeout(look, rest);
  };
  setTimeout(look, 0);
}

function follow(): void {
  if (isFollowed) return;
  isFollowed = true;
  const note = () => {
    last = performance.now();
  };
  for (const type of DONE) addEventListener(type, note, { capture: true, passive: true });
}
