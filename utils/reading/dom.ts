import { bodyOf } from '../partsOf.ts';

/**
 * The nodes that some HTML stands for inside a body. They come from a document of their own, which is shown nowhere: nothing of it loads
 * or runs before it is put elsewhere. `near` is a document that a window belongs to, for the commands, which have no window of their own.
 */
export function nodesOf(html: string, near?: Document): ChildNode[] {
  const Parser = globalThis.DOMParser ?? near?.defaultView?.DOMParser;
  // After a line break, no frameset can take the place of the body.
  const body = bodyOf(new Parser().parseFromString(`<!doctype html><body><br>${html}`, 'text/html'));
  return [...(body?.childNodes ?? [])].slice(1);
}
