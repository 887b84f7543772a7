/** A time of a forum that writes ISO 8601 in UTC and leaves the zone out, with it; every other text as it is. */
export function inUtc(time: string | null | undefined): string | null {
  if (!time) return null;
  return /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?$/.test(time.trim()) ? `${time.trim()}Z` : time;
}
