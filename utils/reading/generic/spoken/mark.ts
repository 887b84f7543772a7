import type { Byline } from './byline.ts';
import type { Line } from './lines.ts';
import type { Stretch } from './nameInLine.ts';

/** What a copy's own elements are called; nobody's words stand in them. */
export const BYLINE = 'standpoint-byline';

/** Puts elements around the name and the time that a line says, and around what else is no word of the author's. */
export function mark(line: Line, byline: Byline): void {
  const total = line.nodes.reduce((sum, { length }) => sum + length, 0);
  const raw = ([start, end]: Stretch): Stretch => [line.offsets[start] ?? total, (line.offsets[end - 1] ?? total - 1) + 1];
  const end = byline.end >= line.text.length ? total : (line.offsets[byline.end] ?? total);
  const begin = byline.start === undefined ? 0 : (line.offsets[byline.start] ?? 0);
  const marks = { name: byline.name && raw(byline.name), time: byline.time && raw(byline.time) };
  const said = { name: byline.name && line.text.slice(...byline.name), time: byline.time && line.text.slice(...byline.time) };
  const cuts = [...new Set([0, begin, ...(marks.name ?? []), ...(marks.time ?? []), end, total])].sort((one, other) => one - other);
  let before = 0;
  for (const node of line.nodes) {
    const { data } = node;
    const pieces: Node[] = [];
    for (const [index, from] of cuts.entries()) {
      const to = cuts[index + 1] ?? total;
      const text = data.slice(Math.max(0, from - before), Math.max(0, to - before));
      if (!text) continue;
      const within = (stretch: Stretch | null) => stretch !== null && from >= stretch[0] && to <= stretch[1];
      if (within(marks.name)) {
        // A name over several elements stands whole in the first.
        pieces.push(madeName(node, said.name ?? '', byline.said));
        said.name = '';
      } else if (within(marks.time) && !node.parentElement?.closest('[datetime]')) {
        pieces.push(made(node, 'time', said.time ?? ''));
        said.time = '';
      } else pieces.push(from >= begin && to <= end ? made(node, 'label', text) : node.ownerDocument.createTextNode(text));
    }
    before += data.length;
    node.replaceWith(...pieces);
  }
}

/** A name; where nothing says that it is one, it says so. */
export function madeName(near: Node, text: string, said: boolean): Element {
  const name = made(near, 'span', text);
  if (!said) name.setAttribute('data-said', 'no');
  return name;
}

/** A name, a time, or (as a label) what only stands around them. */
export function made(near: Node, tag: 'span' | 'time' | 'label', text: string): Element {
  const element = (near.ownerDocument as Document).createElement(tag);
  element.className = tag === 'span' && text ? `author ${BYLINE}` : BYLINE;
  if (tag === 'time' && text) element.setAttribute('datetime', text);
  element.textContent = text;
  return element;
}
