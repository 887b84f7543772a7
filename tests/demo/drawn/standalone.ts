/** What runs, or is brought from elsewhere, or says how the page was served. */
const ELSEWHERE = 'script, iframe, frame, object, embed, base, link:not([rel="canonical"]), meta[http-equiv], meta[charset], noscript';

/** Nothing of what a saved page may still hold is run, loaded or sent from a copy of it. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'";

/** A document as one file of HTML that shows it as it stands, shadow roots too, without running or loading anything. Changes the document. */
export function standalone(document: Document): string {
  for (const element of document.querySelectorAll(ELSEWHERE)) element.remove();
  for (const element of document.querySelectorAll('*')) {
    for (const name of element.getAttributeNames()) if (name.startsWith('on')) element.removeAttribute(name);
  }
  declareShadows(document, document);
  const charset = document.createElement('meta');
  charset.setAttribute('charset', 'utf-8');
  const policy = document.createElement('meta');
  policy.setAttribute('http-equiv', 'content-security-policy');
  policy.setAttribute('content', POLICY);
  document.head.prepend(charset, policy);
  return `<!doctype html>\n${document.documentElement.outerHTML}\n`;
}

/** Writes each open shadow root as the template that a parser makes one of. */
function declareShadows(document: Document, root: ParentNode): void {
  for (const host of root.querySelectorAll('*')) {
    if (!host.shadowRoot) continue;
    declareShadows(document, host.shadowRoot);
    const template = document.createElement('template');
    template.setAttribute('shadowrootmode', 'open');
    template.content.append(...host.shadowRoot.childNodes);
    host.prepend(template);
  }
}
