import { type Health, healthOf } from '../../utils/reading/health.ts';
import { recognize } from '../../utils/reading/platforms/index.ts';
import { read } from '../../utils/reading/read.ts';

/** How well the platform that knows this page still fits it; `null` where none does. */
export function diagnose(): Health | null {
  const platform = recognize(document);
  return platform && healthOf(platform, document, read(platform, document, location.href, new Date()));
}
