/**
 * Calls back once the browser has laid out the page for its next frame: what is measured then costs nothing, while to measure at any other
 * time has the browser lay out all that changed before, at once. Returns how to call it off.
 */
export function afterLayout(measure: () => void): () => void {
  if (typeof IntersectionObserver === 'undefined') {
    const timer = setTimeout(measure, 0);
    return () => clearTimeout(timer);
  }
  const observer = new IntersectionObserver(() => {
    observer.disconnect();
    measure();
  });
  observer.observe(document.documentElement);
  return () => observer.disconnect();
}
