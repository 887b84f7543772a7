// What Discourse's own scripts do to a topic page: posts arrive while the reader scrolls, posts far out of sight are emptied
// (the number stays, the words go), and another topic is shown without the page being loaded anew.

const AT_ONCE = 6;
const REACH = 900;
const SLOW = 700;

/** The topics seen so far, by path: the page as served, and its posts in order. */
const topics = new Map();
let posts = [];
let shown = 0;

/** A parser that runs no scripts sees what `<noscript>` holds: the same topic for crawlers. */
const outletOf = (page) => page.querySelector('#main-outlet:not(noscript *)');
const stream = () => outletOf(document).querySelector('.post-stream');
const numberOf = (post) => post.dataset.postNumber;

function begin() {
  posts = [...stream().querySelectorAll('.topic-post')].map((post) => post.cloneNode(true));
  for (const post of [...stream().children].slice(AT_ONCE)) post.remove();
  shown = AT_ONCE;
}

function grow() {
  if (shown >= posts.length || stream().getBoundingClientRect().bottom > innerHeight + REACH) return;
  for (const post of posts.slice(shown, shown + 4)) stream().append(post.cloneNode(true));
  shown += 4;
}

/** Posts come back as new elements, never as the ones that were there before. */
function cloak() {
  for (const place of stream().children) {
    const { top, bottom, height } = place.getBoundingClientRect();
    const far = bottom < -REACH || top > innerHeight + REACH;
    const emptied = place.classList.contains('post-stream--cloaked');
    const post = posts.find((known) => numberOf(known) === numberOf(place));
    if (far && !emptied && post) place.replaceWith(emptyOf(place, height));
    if (!far && emptied && post) place.replaceWith(post.cloneNode(true));
  }
}

function emptyOf(post, height) {
  const empty = document.createElement('div');
  empty.className = 'post-stream--cloaked';
  empty.id = `post_${numberOf(post)}`;
  empty.dataset.postNumber = numberOf(post);
  empty.style.height = `${height}px`;
  return empty;
}

/** Shows another topic as a single-page forum does: the address changes at once, then something turns, then the page is there. */
async function show(path) {
  const loading = document.createElement('div');
  loading.className = 'loading-indicator-container loading';
  document.body.prepend(loading);
  if (!topics.has(path)) {
    const answer = await fetch(path);
    topics.set(path, await answer.text());
  }
  await new Promise((resolve) => setTimeout(resolve, SLOW));
  const other = new DOMParser().parseFromString(topics.get(path), 'text/html');
  loading.remove();
  document.title = other.title;
  outletOf(document).replaceWith(document.adoptNode(outletOf(other)));
  scrollTo(0, 0);
  begin();
}

document.addEventListener('scroll', () => {
  grow();
  cloak();
});
document.addEventListener('click', (event) => {
  const link = event.target.closest('#suggested-topics a[href^="/t/"]');
  if (!link) return;
  event.preventDefault();
  history.pushState(null, '', link.href);
  show(link.pathname);
});
addEventListener('popstate', () => show(location.pathname));
begin();
