import type { Block } from './block.ts';

/** How deep each block stands: by a number that says so, an indentation, or the depth of its element in the page. `null` where all stand equally deep. */
export function depthsOf(blocks: readonly Block[]): number[] | null {
  const said = blocks.map(({ element }) => saidDepth(element));
  const telling = said.filter((depth) => depth !== null);
  const depths =
    telling.length > 0.8 * (said.length - (said[0] === null ? 1 : 0)) && new Set(telling).size > 1
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

/** A block, the first of each level in it until there are several, what it is the first in, and all that holds nothing but that. */
function* alone(block: Element): Generator<Element> {
  yield block;
  for (let inner = block.firstElementChild; inner; inner = inner.childElementCount === 1 ? inner.firstElementChild : null) yield inner;
  let around = block.parentElement?.firstElementChild === block ? block.parentElement : null;
  for (let up = 0; around && up < 4; up++) {
    yield around;
    around = around.parentElement?.childElementCount === 1 ? around.parentElement : null;
  }
}

function elementDepth(element: Element): number {
  let depth = 0;
  for (let current = element.parentElement; current; current = current.parentElement) depth += 1;
  return depth;
}
