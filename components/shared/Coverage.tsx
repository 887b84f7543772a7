import { describeCoverage } from '../../utils/texts/index.ts';

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
