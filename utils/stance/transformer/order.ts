/**
 * In which order comments are read: those in view, then their neighbours in the page, then on outwards, as far as `reach` comments away.
 * `waiting` come in page order, `inView` are the places of the comments that the reader sees; where they see none, they are at the beginning.
 */
export function nearestFirst<Waiting extends { index: number }>(
  waiting: readonly Waiting[],
  inView: readonly number[],
  reach = Number.POSITIVE_INFINITY,
): Waiting[] {
  const [first, last] = inView.length > 0 ? [Math.min(...inView), Math.max(...inView)] : [0, 0];
  const distance = ({ index }: Waiting) => (index < first ? first - index : Math.max(0, index - last));
  return waiting.filter((one) => distance(one) <= reach).sort((one, other) => distance(one) - distance(other) || one.index - other.index);
}
