import type { Block } from './block.ts';

/** Blocks without those at both ends that lack the time that the others have: headers and footers that look alike. */
export function withoutFrame(blocks: readonly Block[]): Block[] {
  const signed = blocks.filter(({ author, time }) => author || time);
  const isTimed = signed.filter(({ time }) => time).length > 0.8 * signed.length;
  const frames = ({ time }: Block) => isTimed && !time;
  let start = 0;
  let end = blocks.length;
  while (start < end && frames(blocks[start] as Block)) start += 1;
  while (end > start && frames(blocks[end - 1] as Block)) end -= 1;
  return blocks.slice(start, end);
}

/** A post shown twice, such as an accepted answer at the top, stands where the page has it in its order. */
export function once(blocks: readonly Block[]): Block[] {
  const indexes = new Map<string, number>();
  const doubled = new Set<number>();
  blocks.forEach(({ author, time, body }, index) => {
    const text = (body?.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 400);
    if (text.length < 20 || !author || !time) return;
    const said = [author.textContent?.trim(), time, text].join('\n');
    const before = indexes.get(said);
    if (before !== undefined) doubled.add(before < 2 ? before : index);
    if (before === undefined || before < 2) indexes.set(said, index);
  });
  return blocks.filter((_, index) => !doubled.has(index));
}

/** Whether what stands above the posts is one of them shown a second time, such as an accepted answer. */
export function isCopy({ body }: Block, blocks: readonly Block[]): boolean {
  const text = wordsOf(body);
  return text.length > 20 && blocks.slice(1).some((block) => block.body !== block.element && wordsOf(block.body) === text);
}

function wordsOf(body: Element | null): string {
  return (body?.textContent ?? '').replace(/\s+/g, ' ').trim();
}
