/**
 * Whether an event is the reader's own doing. What of ours stands in a page can be reached by its scripts, which may click and type there;
 * where a verdict or a claim would be set, nobody is heard but the reader.
 */
export function isTrusted(event: Event): boolean {
  return event.isTrusted !== false;
}
