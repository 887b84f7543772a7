import type { Platform } from '../platform.ts';

const MESSAGE = 'a[id^="m"][href^="#e"]';

/** public-inbox, which archives mailing lists as text: each message of a thread is a `<pre>`, and a list of all of them at the end says who answers whom. */
export const publicinbox: Platform = {
  name: 'publicinbox',
  example: 'https://lore.kernel.org/list/20240101.1@example.org/T/',
  hosts: ['lore.kernel.org'],
  optional: true,
  marker: `pre > ${MESSAGE}`,
  // The same messages one after the other, or nested.
  thread: /^.*(?=\/[tT]\/)/,
  title: 'head > title',
  comment: `pre:has(> ${MESSAGE})`,
  id: `${MESSAGE}@id`,
  author: (message) => signedIn(message)?.name,
  body: wordsOf,
  time: (message) => signedIn(message)?.time,
  permalink: (message) => [...message.querySelectorAll('a')].find(({ textContent }) => textContent === 'permalink')?.getAttribute('href'),
  badge: `${MESSAGE} + u > b, ${MESSAGE} + b`,
  answers: parentsByOverview,
  quotedLines: /^(?:>\s?)+/,
  ends: /^-- ?$/,
  posts: ({ ownerDocument }) => /\d+/.exec(ownerDocument.querySelector('b[id="t"]')?.nextSibling?.textContent ?? '')?.[0],
};

/** "From: Mira Quayle @ 2024-01-01  9:30 UTC (" above a message. */
function signedIn(message: Element): { line: Node; name: string; time: string } | null {
  for (const line of message.childNodes) {
    if (line.nodeType !== 3) continue;
    const text = (line.nodeValue ?? '').slice(-500);
    const [, name = '', day = '', clock = ''] = /\nFrom: ([^\n]*) @ (\d{4}-\d\d-\d\d) {1,2}(\d?\d:\d\d) UTC \($/.exec(text) ?? [];
    if (name) return { line, name, time: `${day} ${clock.padStart(5, '0')} UTC` };
  }
  return null;
}

/** What stands between the head of a message, which an empty line ends, and the links below it. */
function wordsOf(message: Element): Element | null {
  const signed = signedIn(message);
  if (!signed) return null;
  const words = message.ownerDocument.createElement('pre');
  let isHead = true;
  for (let node = signed.line.nextSibling; node; node = node.nextSibling) {
    if (node.nodeType === 1 && /^e[0-9a-f]{40}$/.test((node as Element).id)) break;
    if (!isHead) words.append(node.cloneNode(true));
    else if (node.nodeType === 3) {
      const [, ...rest] = (node.nodeValue ?? '').split('\n\n');
      isHead = rest.length === 0;
      words.append(rest.join('\n\n'));
    }
  }
  return words;
}

/**
 * "2024-01-01  9:30   ` <a>Tern Hollis</a>": each message stands below the one that it answers, further in. "[not found] ` <a>" stands for one
 * that the archive has not.
 */
function parentsByOverview(messages: readonly Element[]): Map<Element, Element> {
  const byId = new Map(messages.map((message) => [message.querySelector(MESSAGE)?.id, message]));
  const answered = new Map<Element, Element>();
  const open: { depth: number; message: Element | undefined }[] = [];
  for (const line of messages[0]?.ownerDocument.querySelectorAll('b[id="t"] ~ a[id^="r"]') ?? []) {
    const message = byId.get(`m${line.id.slice(1)}`);
    const before = (line.previousSibling?.textContent ?? '').slice(-200);
    const depth = /(?::\d\d|found\])( *)` <?$/.exec(before)?.[1]?.length ?? 0;
    while (open.length > 0 && (open.at(-1)?.depth ?? 0) >= depth) open.pop();
    const above = open.at(-1)?.message;
    if (message && above) answered.set(message, above);
    open.push({ depth, message });
  }
  return answered;
}
