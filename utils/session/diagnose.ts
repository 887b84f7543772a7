import { type Health, healthOf, read, recognize } from '../reading/index.ts';

/** How well the platform that knows this page still fits it; `null` where none does. */
export function diagnose(): Health | null {
  const platform = recognize(document);
  return platform && healthOf(platform, document, read(platform, document, location.href, new Date()));
}
