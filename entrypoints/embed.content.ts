import { defineContentScript } from 'wxt/utils/define-content-script';
import { showFrame } from './content/showFrame.ts';
import { whileOn } from './content/whileOn.ts';

/** Comments that stand in a frame from another site than the page around them. */
export default defineContentScript({
  matches: ['*://disqus.com/embed/comments/*'],
  allFrames: true,
  runAt: 'document_idle',
  main(ctx) {
    if (window.top === window) return;
    const around = URL.canParse(document.referrer) ? [new URL(document.referrer).host] : [];
    return whileOn(ctx, [location.host, ...around], showFrame);
  },
});
