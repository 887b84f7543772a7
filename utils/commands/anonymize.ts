/** Words of nobody's, to stand for those of people. */
const WORDS = 'a bridge over the river was built by hand and took nine years because the stone came late in every spring but one'.split(
  ' ',
);
const NUMBERS = /\d/;
/** What a page holds beside its words that names people or places, or runs. */
const RUNS = 'script, style, iframe, link, meta:not([charset]), noscript, svg, img, template';
const KEPT =
  /^(?:id|class|datetime|role|itemprop|itemtype|itemscope|lang|dir|rel|type|data-[\w-]*(?:id|depth|level|number|count|time|parent)[\w-]*)$/i;

/** The markup of a page with every word replaced, and without what runs, is loaded or could name anybody. The page itself is changed. */
export function withoutWords(root: Element): string {
  const { ownerDocument: document } = root;
  for (const element of root.querySelectorAll(RUNS)) element.remove();
  let count = 0;
  const replaced = (text: string) =>
    text.replace(/\S+/g, (word) => (NUMBERS.test(word) || !/\p{L}/u.test(word) ? word : (WORDS[count++ % WORDS.length] ?? word)));
  const texts = document.createNodeIterator(root, 4);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) text.nodeValue = replaced(text.nodeValue ?? '');
  const comments = document.createNodeIterator(root, 128);
  for (let comment = comments.nextNode(); comment; comment = comments.nextNode()) comment.parentNode?.removeChild(comment);
  for (const element of root.querySelectorAll('*')) {
    for (const name of element.getAttributeNames()) {
      if (name === 'href') element.setAttribute(name, pathOf(element.getAttribute(name) ?? ''));
      else if (!KEPT.test(name)) element.removeAttribute(name);
    }
  }
  return root.outerHTML;
}

/** An address without words: numbers, fragments and parameters are what readers of threads go by. */
function pathOf(address: string): string {
  const path = address.replace(/^[a-z]+:\/\/[^/]+/i, '');
  // The last part may be a name, or the words of a title.
  return path.replace(/(?<=\/)[\p{L}_-]{2,}(?=\/?(?:$|[?#]))/u, 'words').replace(/\p{L}{12,}/gu, 'words');
}
