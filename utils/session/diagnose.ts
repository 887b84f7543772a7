import { type Health, healthOf } from '../reading/health.ts';
import { recognize } from '../reading/platforms/index.ts';
import { read } from '../reading/read.ts';

/** How well the platform that knows this page still fits it; `null` where none does. */
export function diagnose(): Health | null {
  const platform = recognize(document);
  return platform && healthOf(platform, document, read(platform, document, location.href, new Date()));
}
