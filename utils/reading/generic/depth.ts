import type { Comment } from '../../thread/thread.ts';
import type { Block } from './blocks.ts';

/**
 * Writes into each comment whom it answers, where the page shows that by how deep it stands: a number that says so, an indentation, or the
 * depth of its element in the page. Where all stand equally deep, the page does not say.
 */
export function linkParents(blocks: readonly Block[], comments: readonly Comment[], opening: Comment | null): void {
  const depths = blocks.map(({ element }) => saidDepth(element) ?? elementDepth(element));
  const replies = depths.filter((_, at) => comments[at] !== opening);
  if (new Set(replies).size < 2) return;
  const open: { depth: number; id: string }[] = [];
  comments.forEach((comment, at) => {
    if (comment === opening) return;
    const depth = depths[at] ?? 0;
    while ((open.at(-1)?.depth ?? -1) >= depth) open.pop();
    comment.parent = open.at(-1)?.id ?? opening?.id ?? null;
    open.push({ depth, id: comment.id });
  });
}

function saidDepth(element: Element): number | null {
  for (const name of ['data-depth', 'depth', 'data-level', 'aria-level']) {
    const value = element.getAttribute(name);
    if (value && /^\d{1,3}$/.test(value)) return Number(value);
  }
  const named = /(?:^|[\s_-])(?:depth|level|indent)[-_]?(\d{1,3})(?!\d)/i.exec(element.className)?.[1];
  const margin = /(?:margin|padding)-left:\s*([\d.]+)/.exec(element.getAttribute('style') ?? '')?.[1];
  const indented = element.querySelector('td > img[width]')?.getAttribute('width');
  const said = named ?? margin ?? indented;
  return said ? Number.parseFloat(said) : null;
}

function elementDepth(element: Element): number {
  let depth = 0;
  for (let current = element.parentElement; current; current = current.parentElement) depth += 1;
  return depth;
}
