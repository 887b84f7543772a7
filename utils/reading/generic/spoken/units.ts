import { isInline } from './lines.ts';
import { NEST } from './quotations.ts';

/** A part of an element, as its reader sees it: a block, or a line between two breaks. */
export interface Unit {
  nodes: Node[];
  names: number;
  times: number;
  length: number;
  rule: boolean;
  nest: boolean;
}

/** The units of an element in order, with how many names, times and letters are in each. Linear in what it holds. */
export function unitsOf(
  parent: Element,
  names: ReadonlyMap<Element, number>,
  times: ReadonlyMap<Element, number>,
  lengths: ReadonlyMap<Element, number>,
): Unit[] {
  const units: Unit[] = [];
  let open: Unit | null = null;
  const empty = (): Unit => ({ nodes: [], names: 0, times: 0, length: 0, rule: false, nest: false });
  for (const node of parent.childNodes) {
    const unit: Unit = open ?? empty();
    unit.nodes.push(node);
    if (node.nodeType === 3) {
      const text = (node.nodeValue ?? '').trim();
      unit.length += /^[-=_*~]{3,}$/.test(text) ? 0 : text.length;
      unit.rule ||= /^[-=_*~]{5,}$/.test(text);
    }
    const element = node.nodeType === 1 ? (node as Element) : null;
    if (element) {
      unit.names += names.get(element) ?? 0;
      unit.times += times.get(element) ?? 0;
      unit.length += lengths.get(element) ?? 0;
      unit.rule ||= element.tagName === 'HR';
      unit.nest ||= element.className === NEST;
    }
    const isBlock = element !== null && (!isInline(element) || element.querySelector('br, hr, p, div, table') !== null);
    if (!isBlock) {
      open = unit;
      continue;
    }
    if (element.tagName !== 'BR' && unit.nodes.length > 1) {
      // What stood in the line before the block is a unit of its own.
      unit.nodes.pop();
      units.push({
        ...unit,
        nest: false,
        names: unit.names - (names.get(element) ?? 0),
        times: unit.times - (times.get(element) ?? 0),
        length: unit.length - (lengths.get(element) ?? 0),
        rule: false,
      });
      units.push({
        nodes: [element],
        names: names.get(element) ?? 0,
        times: times.get(element) ?? 0,
        length: lengths.get(element) ?? 0,
        rule: element.tagName === 'HR',
        nest: element.className === NEST,
      });
    } else units.push(unit);
    open = null;
  }
  if (open) units.push(open);
  return units;
}
