/** Thread pages of any size, the same for the same seed: in the shapes of Hacker News (nested by depth), Discourse (flat) and Reddit (custom elements). */

export const SHAPES = ['hackernews', 'discourse', 'reddit'] as const;
export type Shape = (typeof SHAPES)[number];

/** Selector of a comment's words in each shape, for the bare walk. */
export const WORDS: Record<Shape, string> = {
  hackernews: '.comtr .commtext',
  discourse: '.topic-post:not(:first-child) .cooked',
  reddit: 'shreddit-comment > [slot=comment]',
};

const SENTENCES = [
  'I agree with the idea, since it worked where I live.',
  'No, that is wrong and it was tried before.',
  'What about the people who cannot afford it?',
  'My experience is the opposite of what you describe.',
  'Thanks for writing this down, it says what I think.',
  'It depends on the weather, on the season and on how much time you have.',
  'The numbers in the report do not support such a claim at all.',
  'Fair point, I had not thought of the second case.',
  'There is a bench near the station where one can see all of it.',
  'That is exactly the reason why nobody should rely on it alone.',
];

/** Numbers that look random and are the same for the same seed (a linear congruential generator with the constants of Numerical Recipes). */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

export function generatePage(shape: Shape, count: number): string {
  const next = numbers(count);
  const words = () => Array.from({ length: 2 + next(4) }, () => SENTENCES[next(SENTENCES.length)]).join(' ');
  const body = { hackernews, discourse, reddit }[shape](count, next, words);
  return `<!doctype html><html lang="en" ${shape === 'hackernews' ? 'op="item"' : ''}><head><meta charset="utf-8"><title>A thread of ${count}</title>
<style>body{font:16px/1.5 sans-serif;max-width:720px;margin:0 auto}</style></head><body>${body}</body></html>`;
}

type Make = (count: number, next: (below: number) => number, words: () => string) => string;

const hackernews: Make = (count, next, words) => {
  let depth = 0;
  const rows = Array.from({ length: count }, (_, index) => {
    depth = index === 0 ? 0 : next(depth + 2);
    return `<tr class="athing comtr" id="${index + 2}"><td><table><tr><td class="ind" indent="${depth}"><img width="${depth * 40}" height="1"></td><td class="default"><div><span class="comhead"><a class="hnuser">user${next(500)}</a> <span class="age" title="2026-01-01T10:00:00 1767261600"><a href="item?id=${index + 2}">1 day ago</a></span></span></div><div class="comment"><div class="commtext c00">${words()}</div></div></td></tr></table></td></tr>`;
  });
  return `<table id="hnmain"><tr><td><table class="fatitem"><tr class="athing submission" id="1"><td class="title"><span class="titleline"><a href="https://example.org/">Benches should stand near stations</a></span></td></tr><tr><td class="subtext"><span class="subline"><span class="score">10 points</span> by <a class="hnuser">opener</a> <span class="age" title="2026-01-01T09:00:00 1767258000"><a href="item?id=1">1 day ago</a></span> | <a href="item?id=1">${count} comments</a></span></td></tr></table><table class="comment-tree">${rows.join('')}</table></td></tr></table>`;
};

const discourse: Make = (count, next, words) => {
  const post = (number: number) =>
    `<div class="topic-post regular"><article id="post_${number}" class="boxed onscreen-post" data-post-id="${number + 1000}"><div class="topic-body"><div class="topic-meta-data"><div class="names"><span class="first username"><a data-user-card="user${next(500)}">user</a></span></div><div class="post-date"><a class="post-date" href="/t/x/1/${number}"><span class="relative-date" data-time="1767261600000">1d</span></a></div></div><div class="regular contents"><div class="cooked"><p>${words()}</p></div></div></div></article></div>`;
  const posts = Array.from({ length: count + 1 }, (_, index) => post(index + 1));
  return `<div id="topic-title"><h1><a class="fancy-title">Benches should stand near stations</a></h1></div><div class="timeline-replies">1 / ${count + 1}</div><div class="post-stream">${posts.join('')}</div>`;
};

const reddit: Make = (count, next, words) => {
  const html: string[] = [];
  const open: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const depth = index === 0 ? 0 : next(Math.min(open.length, 8) + 1);
    while (open.length > depth) {
      open.pop();
      html.push('</shreddit-comment>');
    }
    const id = `t1_${index}`;
    const parent = open.at(-1);
    html.push(
      `<shreddit-comment thingid="${id}" author="user${next(500)}" depth="${depth}" score="${next(90)}" permalink="/r/x/comments/1/c/${index}/" postid="t3_1" ${parent ? `parentid="${parent}" slot="children-${parent}"` : ''}><div slot="commentMeta"><time datetime="2026-01-01T10:00:00.000Z">1d</time></div><div slot="comment"><p>${words()}</p></div>`,
    );
    open.push(id);
  }
  return `<shreddit-app><shreddit-post id="t3_1" post-title="Benches should stand near stations" author="opener" view-context="CommentsPage" comment-count="${count}" permalink="/r/x/comments/1/c/"><div slot="credit-bar"></div><div slot="text-body"><p>${words()}</p></div></shreddit-post><shreddit-comment-tree post-id="t3_1" totalcomments="${count}">${html.join('')}${'</shreddit-comment>'.repeat(open.length)}</shreddit-comment-tree></shreddit-app>`;
};
