/** A page that is not seen is not laid out for any frame: there it is measured after so many milliseconds. */
const UNSEEN_MS = 250;

/**
 * Calls back once the browser has laid out the page for its next frame: what is measured then costs nothing, while to measure at any other
 * time has the browser lay out all that changed before, at once. Returns how to call it off.
 */
export function afterLayout(measure: () => void): () => void {
  if (typeof IntersectionObserver === 'undefined') {
    const timer = setTimeout(measure, 0);
    return () => clearTimeout(timer);
  }
  const callOff = () => {
    observer.disconnect();
    clearTimeout(timer);
  };
  const laidOut = () => {
    callOff();
    measure();
  };
  const observer = new IntersectionObserver(laidOut);
  const timer = setTimeout(laidOut, UNSEEN_MS);
  observer.observe(document.documentElement);
  return callOff;
}
