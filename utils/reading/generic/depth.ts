import type { Block } from './block.ts';

/** How deep each block stands: by a number that says so, an indentation, or the depth of its element in the page. `null` where all stand equally deep. */
export function depthsOf(blocks: readonly Block[]): number[] | null {
  const said = blocks.map(({ element }) => saidDepth(element));
  const telling = said.filter((depth) => depth !== null);
  const depths =
    telling.length > 0.8 * said.length && new Set(telling).size > 1
      ? // A first post that says none, where the others do, is what they answer.
        said.map((depth, index) => depth ?? (index === 0 ? -1 : 0))
      : blocks.map(({ element }) => elementDepth(element));
  return new Set(depths).size > 1 ? depths : null;
}

/** The place of the block that each answers: the nearest one before it that stands less deep; -1 where there is none. */
export function parentsIn(depths: readonly number[]): number[] {
  const open: number[] = [];
  return depths.map((depth, index) => {
    while (open.length > 0 && (depths[open.at(-1) as number] ?? 0) >= depth) open.pop();
    const parent = open.at(-1) ?? -1;
    open.push(index);
    return parent;
  });
}

const DEPTH_NAME = /^(?:data-)?(?:[a-z]+-)*(?:depth|level|indent|nesting)(?:-value)?$/i;
const DEPTH_CLASS = /(?:^|[\s_-])(?:depth|level|indent|lvl)[-_]*(\d{1,3})(?!\d)/i;

/** Numbers on the block itself, or on what alone stands around or in it. */
function saidDepth(block: Element): number | null {
  for (const element of alone(block)) {
    for (const { name, value } of element.attributes) if (/^\d{1,3}$/.test(value) && DEPTH_NAME.test(name)) return Number(value);
    const level = DEPTH_CLASS.exec(element.getAttribute('class') ?? '')?.[1];
    const style = element.getAttribute('style') ?? '';
    const margin =
      /(?:margin|padding)-(?:left|inline-start):\s*([\d.]+)/.exec(style)?.[1] ?? /--(?:depth|level|indent):\s*([\d.]+)/.exec(style)?.[1];
    const said = level ?? margin;
    if (said) return Number.parseFloat(said);
  }
  const indented = block.querySelector('td > img[width]')?.getAttribute('width');
  return indented ? Number.parseFloat(indented) : null;
}

/** A block, what alone stands around it, and the first of each level in it until there are several. */
function* alone(block: Element): Generator<Element> {
  yield block;
  for (let inner = block.firstElementChild; inner; inner = inner.childElementCount === 1 ? inner.firstElementChild : null) yield inner;
  if (block.parentElement?.firstElementChild === block) yield block.parentElement;
}

function elementDepth(element: Element): number {
  let depth = 0;
  for (let current = element.parentElement; current; current = current.parentElement) depth += 1;
  return depth;
}
