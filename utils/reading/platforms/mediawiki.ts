import type { Platform } from '../platform.ts';

const START = '[data-mw-comment-start][id^="c-"]';

/**
 * Talk pages of Wikipedia and other wikis, with the marks that DiscussionTools puts around each comment: an empty element before its words,
 * one before its signature, one after it. The comment is the first of these; its id names its author, its time and what it answers.
 */
export const mediawiki: Platform = {
  name: 'mediawiki',
  example: 'https://en.wikipedia.org/wiki/Talk:Example',
  hosts: ['*.wikipedia.org', '*.wikimedia.org', 'www.mediawiki.org', 'www.wikidata.org', '*.wiktionary.org'],
  optional: true,
  marker: START,
  title: ['#firstHeading', 'h1'],
  comment: START,
  opening: { post: openingOn },
  id: '@id',
  author: ({ id }) => id.slice(2, STAMP.exec(id)?.index).replaceAll('_', ' '),
  body: wordsOf,
  time: [({ id }) => timeIn(id)],
  permalink: ({ id }) => `#${id}`,
  answers,
  quote: 'blockquote, .talkquote, .inline-quote-talk, q.tq',
  without:
    '.ext-discussiontools-init-replylink-buttons, [data-mw-comment-sig] ~ .ext-discussiontools-init-timestamplink, .mw-editsection, style, sup.reference, .ext-discussiontools-init-sectionbar',
};

const STAMP = /-(\d{14}|\d{4}-\d\d-\d\dT[\d:.]+Z)/;

/** Author and time, which an id begins with and which name a comment where others answer it. */
function headOf(id: string): string {
  const stamp = STAMP.exec(id);
  return stamp ? id.slice(2, stamp.index + stamp[0].length) : id.slice(2);
}

function timeIn(id: string): string | null {
  const stamp = STAMP.exec(id)?.[1] ?? '';
  return stamp.replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/, '$1-$2-$3T$4:$5:$6Z') || null;
}

/** A copy of what stands between the mark at the beginning and the signature. */
function wordsOf(start: Element): Element | null {
  const document = start.ownerDocument;
  const walker = document.createTreeWalker(document, 1);
  walker.currentNode = start;
  let end: Element | null = null;
  while (!end && walker.nextNode()) {
    const element = walker.currentNode as Element;
    if (element.matches('[data-mw-comment-sig], [data-mw-comment-end], [data-mw-comment-start]')) end = element;
  }
  if (!end) return null;
  const range = document.createRange();
  range.setStartAfter(start);
  range.setEndBefore(end);
  const copy = document.createElement('div');
  copy.append(range.cloneContents());
  return copy;
}

/** A page of several sections is several threads: none of their beginnings is what all the others answer. */
function openingOn(root: ParentNode): Element | null {
  const beginnings = [...sectionsOf(root).values()].map(([first]) => first);
  return beginnings.length === 1 ? (beginnings[0] ?? null) : null;
}

/** The comments below each heading of the second level. */
function sectionsOf(root: ParentNode): ReadonlyMap<Element | null, Element[]> {
  const sections = new Map<Element | null, Element[]>();
  let heading: Element | null = null;
  for (const element of root.querySelectorAll(`.mw-parser-output h2, ${START}`)) {
    if (element.tagName === 'H2') heading = element;
    else if (!sections.get(heading)?.push(element)) sections.set(heading, [element]);
  }
  return sections;
}

/** The end of an id names what is answered, or the heading; where it names nothing, the lists tell that comments stand in. */
function answers(posts: readonly Element[]): ReadonlyMap<Element, Element> {
  const [first] = posts;
  const found = new Map<Element, Element>();
  const byHead = new Map(posts.map((post) => [headOf(post.id), post]));
  for (const section of first ? sectionsOf(first.ownerDocument).values() : []) {
    const open: { level: number; post: Element }[] = [];
    for (const post of section) {
      const level = levelOf(post);
      while ((open.at(-1)?.level ?? -1) >= level) open.pop();
      const rest = post.id.slice(2 + headOf(post.id).length + 1);
      const answered = byHead.get(rest) ?? open.at(-1)?.post ?? section[0];
      if (answered && answered !== post) found.set(post, answered);
      open.push({ level, post });
    }
  }
  return found;
}

function levelOf(post: Element): number {
  let level = 0;
  for (let ancestor = post.parentElement; ancestor; ancestor = ancestor.parentElement) if (/^(?:DD|LI)$/.test(ancestor.tagName)) level += 1;
  return level;
}
