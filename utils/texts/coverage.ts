import { formatCount, t } from './texts.ts';

/** "20 of 412 read, 389 not loaded, 3 could not be read"; "20 read" where the forum gives no total. */
export function describeCoverage(read: number, total: number | null, unreadable: number | null, all = false): string {
  const missing = Math.max(0, (total ?? 0) - read - (unreadable ?? 0));
  const known = total !== null && total >= read;
  const why = unreadable === null ? 'notRead' : all ? 'notShown' : 'notLoaded';
  return [
    known ? t('coverage.readOf', { read: formatCount(read), total: formatCount(total) }) : t('coverage.read', { read: formatCount(read) }),
    ...(missing > 0 ? [t(`coverage.${why}`, { count: formatCount(missing) })] : []),
    ...(unreadable ? [t('coverage.unreadable', { count: formatCount(unreadable) })] : []),
  ].join(t('coverage.and'));
}
