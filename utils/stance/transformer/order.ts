/**
 * In which order comments are read: those in view, then their neighbours in the page, then on outwards. `waiting` come in page order;
 * where the reader sees none of them, they stay in it.
 */
export function nearestFirst<Waiting extends { index: number }>(waiting: readonly Waiting[], isSeen: (one: Waiting) => boolean): Waiting[] {
  const seen = waiting.filter(isSeen);
  if (seen.length === 0) return [...waiting];
  const [first, last] = [seen[0]?.index as number, seen.at(-1)?.index as number];
  const distance = ({ index }: Waiting) => (index < first ? first - index : Math.max(0, index - last));
  return waiting.toSorted((one, other) => distance(one) - distance(other) || one.index - other.index);
}
