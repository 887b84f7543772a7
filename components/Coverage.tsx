import { formatCount } from './format.ts';

interface CoverageProps {
  read: number;
  total: number | null;
  /** `null` where it is not known; what is missing is then not told apart. */
  unreadable: number | null;
  /** Whether every page of the thread was read: what is still missing then, the forum counts but does not show. */
  all?: boolean;
}

/** How much of the thread all of this is about: nothing is left out silently. */
export function Coverage({ read, total, unreadable, all = false }: CoverageProps) {
  return <p class="coverage">{describeCoverage(read, total, unreadable, all)}</p>;
}

/** "20 of 412 read, 389 not loaded, 3 could not be read"; "20 read" where the forum gives no total. */
export function describeCoverage(read: number, total: number | null, unreadable: number | null, all = false): string {
  const missing = Math.max(0, (total ?? 0) - read - (unreadable ?? 0));
  const parts = [total === null || total < read ? `${formatCount(read)} read` : `${formatCount(read)} of ${formatCount(total)} read`];
  if (missing > 0)
    parts.push(`${formatCount(missing)} ${unreadable === null ? 'not read' : all ? 'not shown by the forum' : 'not loaded'}`);
  if (unreadable) parts.push(`${formatCount(unreadable)} could not be read`);
  return parts.join(', ');
}
