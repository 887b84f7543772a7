// What NodeBB's and Flarum's own scripts do to a long topic: some posts stand in the page, more are added below while the reader scrolls
// down and above while they scroll up, and what is far out of sight is taken away. Posts come back as new elements.

const COPIES = 6;
const AT_ONCE = 8;
const MOST = 24;
const REACH = 300;

/** Makes a long topic of the posts in a list that a selector matches; `number` makes a copy the one of that number. */
export function stream(list, selector, number) {
  const originals = [...list.querySelectorAll(selector)];
  const posts = Array.from({ length: COPIES * originals.length }, (_, at) => {
    const post = originals[at % originals.length].cloneNode(true);
    number(post, at);
    return post;
  });
  list.replaceChildren();
  let first = 0;
  let last = 0;
  // Browsers differ in what they hold still when something is put above; these forums see to it themselves.
  document.documentElement.style.overflowAnchor = 'none';
  const show = (from, to) => {
    const seen = [...list.children].find((post, at) => first + at >= from && post.getBoundingClientRect().bottom > 0);
    const before = seen?.getBoundingClientRect().top ?? 0;
    put(from, to);
    if (seen) scrollBy({ top: seen.getBoundingClientRect().top - before, behavior: 'instant' });
  };
  const put = (from, to) => {
    for (let at = last; at < to; at += 1) list.append(posts[at].cloneNode(true));
    const above = [];
    for (let at = from; at < first; at += 1) above.push(posts[at].cloneNode(true));
    list.prepend(...above);
    const shown = [...list.querySelectorAll(selector)];
    const start = Math.min(first, from);
    shown.forEach((post, at) => {
      if (start + at < from || start + at >= to) post.remove();
    });
    [first, last] = [from, to];
    list.dataset.shown = `${from}-${to}`;
    list.dataset.of = posts.length;
  };
  const scrolled = () => {
    const { top, bottom } = list.getBoundingClientRect();
    if (bottom < innerHeight + REACH && last < posts.length) {
      const to = Math.min(posts.length, last + AT_ONCE);
      show(Math.max(first, to - MOST), to);
    } else if (top > -REACH && first > 0) {
      const from = Math.max(0, first - AT_ONCE);
      show(from, Math.min(last, from + MOST));
    }
  };
  show(0, AT_ONCE);
  document.addEventListener('scroll', scrolled);
}

/** Puts a sentence of its own before a post's words, so that no two say the same. */
export function sign(words, at) {
  const line = document.createElement('p');
  line.textContent = `This is post number ${at + 1}.`;
  words.prepend(line);
}
