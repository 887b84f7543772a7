import { sign, stream } from './stream.js';

const FIRST = Date.parse('2025-05-17T06:40:00Z');

for (const old of document.querySelectorAll('link[rel=next]')) old.remove();
stream(document.querySelector('[component="topic"]'), '[component="post"]:not(.deleted)', (post, at) => {
  post.dataset.index = at;
  post.dataset.pid = 7001 + at;
  post.dataset.timestamp = FIRST + at * 60_000;
  for (const parent of post.querySelectorAll('[component="post/parent"]')) parent.remove();
  sign(post.querySelector('[component="post/content"]'), at);
});
