import { createServer } from 'node:http';
import { generatePage } from '../bench/page/generate.ts';

/** A forum whose threads are as long as they are asked for. */
export interface LongForum {
  /** Address of a thread of so many comments, and with so many letters more in each; `hostile` where the page replaces what scripts rely on. */
  topic(id: number, count: number, more?: { letters?: number; hostile?: boolean }): string;
  /** Address of a thread of so many comments by many people, each of a few sentences drawn by chance. */
  talk(id: number, count: number): string;
  close(): void;
}

export async function openLongForum(): Promise<LongForum> {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const talk = Number(/^\/discourse\/t\/\w+\/(\d+)$/.exec(pathname)?.[1] ?? 0);
    const id = Number(/^\/t\/topic\/(\d+)$/.exec(pathname)?.[1] ?? 0);
    response.setHeader('content-type', 'text/html; charset=utf-8');
    if (talk) return void response.end(generatePage('discourse', Number(searchParams.get('posts'))));
    response.end(id ? pageOf(id, Number(searchParams.get('posts')), Number(searchParams.get('letters')), searchParams.has('hostile')) : '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return {
    topic: (id, count, { letters = 0, hostile = false } = {}) =>
      `http://127.0.0.1:${port}/t/topic/${id}?posts=${count}&letters=${letters}${hostile ? '&hostile' : ''}`,
    talk: (id, count) => `http://127.0.0.1:${port}/discourse/t/talk/${id}?posts=${count}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

function pageOf(topic: number, count: number, letters: number, hostile: boolean): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Topic ${topic}</title>${hostile ? `<script>(${spoil})()</script>` : ''}<body><div id="topic-title"><h1><a class="fancy-title">Benches should stand near stations</a></h1></div><div class="post-stream">${postsOf(topic, count, letters)}</div></body></html>`;
}

/** What some pages do to what every script relies on, on purpose or by an old library. Runs in the page, before everything else in it. */
function spoil(): void {
  const refuse = () => {
    throw new Error('spoiled by the page');
  };
  for (const name of ['map', 'filter', 'flatMap', 'includes', 'find'] as const) Array.prototype[name] = refuse as never;
  Object.assign(JSON, { parse: refuse, stringify: refuse });
  Object.assign(globalThis, { fetch: refuse, Map: refuse, Set: refuse, Promise: refuse, requestIdleCallback: refuse });
  Element.prototype.getAttribute = refuse;
  Element.prototype.querySelectorAll = refuse;
  Document.prototype.createElement = refuse;
}

const SAID = ['I agree, since it worked here.', 'No, that is wrong.', 'What about the rain?', 'It depends on the place.'];

/** Ids begin with the topic's number, so that no two topics share one. */
export function postsOf(topic: number, count: number, letters = 0): string {
  const more = letters > 0 ? `<p>${'Words and more words. '.repeat(letters / 22)}</p>` : '';
  const post = (number: number) =>
    `<div class="topic-post"><article id="post_${number}" data-post-id="${topic}00${number}"><div class="topic-meta-data"><div class="names"><a data-user-card="user${number % 50}">user</a></div></div><div class="regular"><div class="cooked"><p>${SAID[number % SAID.length]} This is post ${number} of topic ${topic}.</p>${more}</div></div></article></div>`;
  return Array.from({ length: count + 1 }, (_, index) => post(index + 1)).join('');
}
