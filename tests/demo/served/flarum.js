import { sign, stream } from './stream.js';

const POST = '.PostStream-item[data-type="comment"]:not(:has(.Post--hidden))';
stream(document.querySelector(POST).parentElement, POST, (post, at) => {
  post.dataset.number = at + 1;
  post.dataset.index = at;
  post.dataset.id = 7001 + at;
  post.dataset.time = new Date(Date.parse('2025-05-17T06:40:00Z') + at * 60_000).toISOString();
  sign(post.querySelector('.Post-body'), at);
});
