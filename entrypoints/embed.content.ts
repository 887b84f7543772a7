import { defineContentScript } from 'wxt/utils/define-content-script';
import { injectReader } from '../utils/page/index.ts';

/** Comments that stand in a frame from another site than the page around them. */
export default defineContentScript({
  matches: ['*://disqus.com/embed/comments/*'],
  allFrames: true,
  runAt: 'document_idle',
  main({ signal }) {
    if (window.top !== window) injectReader(signal);
  },
});
