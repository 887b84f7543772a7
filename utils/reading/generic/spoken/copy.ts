/** A copy of a page that may be changed, since the page itself never is; and what of the page each of its elements stands for. */
export interface Copy {
  document: Document;
  origin: ReadonlyMap<Node, Element>;
}

/** In a document of its own, where nothing is loaded or run. */
export function copyOf(page: Document): Copy {
  const document = page.implementation.createHTMLDocument('');
  const root = document.importNode(page.documentElement, true);
  document.documentElement.remove();
  document.append(root);
  const origin = new Map<Node, Element>([[root, page.documentElement]]);
  const [ours, theirs] = [root.querySelectorAll('*'), page.documentElement.querySelectorAll('*')];
  ours.forEach((element, index) => {
    const other = theirs[index];
    if (other) origin.set(element, other);
  });
  return { document, origin };
}

const HOLDS_NOTHING = /^(?:BR|HR|IMG|INPUT|WBR|META|LINK|SCRIPT|STYLE|TABLE|TBODY|THEAD|TR|DL|UL|OL)$/i;

/** Where in the page something of the copy stands: at the element that it is a copy of, or at the first one in it. */
export function placeIn({ origin }: Copy, element: Element): Element | undefined {
  const own = origin.get(element);
  if (own) return own;
  const inside = [...element.querySelectorAll('*')].find((one) => origin.has(one) && !HOLDS_NOTHING.test(one.tagName));
  return inside && origin.get(inside);
}
