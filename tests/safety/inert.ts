import { expect } from 'vitest';

/** Elements that run, load or lead somewhere by themselves, or that take the page over. None is ever ours. */
const FORBIDDEN =
  'script iframe frame frameset object embed applet base link meta img image picture source video audio track portal form marquee math use animate set foreignobject template noscript xmp plaintext';
const forbidden = new Set(FORBIDDEN.split(' '));

/** Attributes that load or lead somewhere, `href` aside. */
const LOADING = new Set(
  'src srcset srcdoc data action formaction poster background ping cite longdesc usemap codebase archive classid manifest profile lowsrc dynsrc xlink:href'.split(
    ' ',
  ),
);

/** Whether all that is below a node, its shadow roots too, is words and controls: nothing runs, nothing loads, links lead to the web alone. */
export function expectInert(root: Node, what: string): void {
  const wrong = faultsIn(root);
  if (wrong.length > 0) expect.fail(`${what}: ${wrong.slice(0, 5).join('; ')}`);
}

export function faultsIn(root: Node): string[] {
  const wrong: string[] = [];
  const look = (node: Node) => {
    if (node.nodeType === 1) {
      const element = node as Element;
      const tag = element.localName.toLowerCase();
      if (forbidden.has(tag) || tag.includes('-')) wrong.push(`there is <${tag}>`);
      for (const { name, value } of element.attributes) {
        const found = `<${tag} ${name}="${value.slice(0, 80)}">`;
        if (/^on/i.test(name) || LOADING.has(name.toLowerCase())) wrong.push(found);
        if (name === 'href' && !/^https?:\/\//.test(value)) wrong.push(found);
        if (name === 'style' && /url|expression|image-set|@|<|>/i.test(value)) wrong.push(found);
      }
      if (element.shadowRoot) look(element.shadowRoot);
    }
    for (const child of node.childNodes) look(child);
  };
  look(root);
  return wrong;
}
