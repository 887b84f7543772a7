// What Reddit's own scripts do on a thread page: its elements are shown once they are defined, and most replies arrive only when the reader
// asks for more of them.

const sheet = document.createElement('link');
sheet.rel = 'stylesheet';
sheet.href = '/served/reddit.css';
document.head.append(sheet);
for (const { localName } of document.querySelectorAll('body *')) {
  if (localName.includes('-') && !customElements.get(localName)) customElements.define(localName, class extends HTMLElement {});
}

const AT_ONCE = 4;
const tree = document.querySelector('shreddit-comment-tree');
const held = [...tree.querySelectorAll('shreddit-comment')].slice(AT_ONCE).filter((comment) => comment.isConnected);
const outer = held.filter((comment) => !held.some((other) => other !== comment && other.contains(comment)));
const places = outer.map((comment) => ({ comment, parent: comment.parentElement }));
for (const { comment } of places) comment.remove();

const more = document.createElement('button');
more.id = 'more-replies';
more.textContent = `${held.length} more replies`;
more.addEventListener('click', () => {
  for (const { comment, parent } of places) parent.append(comment);
  more.remove();
});
tree.append(more);
