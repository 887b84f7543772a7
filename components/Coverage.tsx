import { formatCount } from './format.ts';

interface CoverageProps {
  read: number;
  total: number | null;
  /** `null` where it is not known; what is missing is then not told apart. */
  unreadable: number | null;
}

/** How much of the thread all of this is about: nothing is left out silently. */
export function Coverage({ read, total, unreadable }: CoverageProps) {
  return <p class="coverage">{describeCoverage(read, total, unreadable)}</p>;
}

/** "20 of 412 read, 389 not loaded, 3 could not be read"; "20 read" where the forum gives no total. */
export function describeCoverage(read: number, total: number | null, unreadable: number | null): string {
  const missing = Math.max(0, (total ?? 0) - read - (unreadable ?? 0));
  const parts = [total === null || total < read ? `${formatCount(read)} read` : `${formatCount(read)} of ${formatCount(total)} read`];
  if (missing > 0) parts.push(`${formatCount(missing)} ${unreadable === null ? 'not read' : 'not loaded'}`);
  if (unreadable) parts.push(`${formatCount(unreadable)} could not be read`);
  return parts.join(', ');
}
