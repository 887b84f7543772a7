/** A page that is not seen is not laid out for any frame: there it is measured after so many milliseconds, in one that may merely be busy later. */
const [UNSEEN_MS, BUSY_MS] = [250, 1000];

/** What waits for the next frame, and whether it changes the page. */
const waiting = new Map<() => void, boolean>();
let observer: ResizeObserver | null = null;
let isAsked = false;
let frame = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Calls back in the next frame, once the browser has laid out the page for it and before it paints: what is measured then costs nothing, while
 * to measure at any other time has the browser lay out all that changed before, at once. What changes the page (`changes`) comes after all
 * that only measures, one in each frame, and is painted with it. Returns how to call it off.
 */
export function afterLayout(measure: () => void, changes = false): () => void {
  // The same function may be asked for twice.
  const act = () => measure();
  waiting.set(act, changes);
  if (!isAsked) ask();
  return () => {
    if (waiting.delete(act) && waiting.size === 0) rest();
  };
}

function ask(): void {
  isAsked = true;
  if (typeof ResizeObserver === 'undefined') {
    timer = setTimeout(laidOut, 0);
    return;
  }
  // It tells how large a thing is as soon as that is laid out. Begun while another tells of its own, the browser would have to let it wait,
  // and tell the page of an error.
  observer ??= new ResizeObserver(laidOut);
  frame = requestAnimationFrame(() => observer?.observe(document.documentElement));
  // Frames of other sites that are scrolled away are not laid out either, and do not know that they are not seen.
  timer = setTimeout(laidOut, document.hidden || window.top !== window ? UNSEEN_MS : BUSY_MS);
}

function rest(): void {
  isAsked = false;
  cancelAnimationFrame(frame);
  clearTimeout(timer);
  observer?.unobserve(document.documentElement);
}

function laidOut(): void {
  rest();
  for (const [act, changes] of [...waiting]) if (!changes && waiting.has(act)) run(act);
  // The next would ask for places that this one has changed.
  for (const [act, changes] of waiting) {
    if (!changes) continue;
    run(act);
    break;
  }
  if (waiting.size > 0 && !isAsked) ask();
}

function run(act: () => void): void {
  waiting.delete(act);
  try {
    act();
  } catch (error) {
    // What else waits has its turn all the same.
    setTimeout(() => {
      throw error;
    }, 0);
  }
}
