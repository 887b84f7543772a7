import type { Byline } from './byline.ts';
import type { Line } from './lines.ts';
import { FEW, WORDS } from './sections.ts';

/**
 * A paragraph that is never closed goes on to the next, and holds the line that says who wrote that one: each name would stand at another's
 * words. Such lines are taken out where one stands before the first paragraph, and none in the last.
 */
export function takeHeadsOut(lines: readonly Line[], bylines: ReadonlyMap<Line, Byline>): void {
  const paragraphs = Map.groupBy(lines, ({ nodes }) => nodes[0]?.parentElement?.closest('p') ?? null);
  paragraphs.delete(null);
  const headIn = (own: readonly Line[]) => own.findIndex((line) => bylines.has(line));
  const open = [...paragraphs].filter(([, own]) => headIn(own) > 0 && own.slice(headIn(own)).every((line) => bylines.has(line)));
  const [first] = open[0]?.[1] ?? [];
  const last = open.at(-1)?.[1].at(-1);
  if (!first || !last || open.length < FEW || [...paragraphs.values()].some((own) => headIn(own) === 0)) return;
  const [before, after] = [lines[lines.indexOf(first) - 1], lines[lines.indexOf(last) + 1]];
  if (!before || !bylines.has(before) || !after || bylines.has(after) || after.text.length < WORDS) return;
  for (const [paragraph, own] of open) {
    let start: Node | null = own[headIn(own)]?.nodes[0] ?? null;
    while (start && start.parentNode !== paragraph) start = start.parentNode;
    const tail: Node[] = [];
    for (let node: Node | null = start; node; node = node.nextSibling) tail.push(node);
    paragraph?.after(...tail);
  }
}
