import { effect } from '@preact/signals';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { followCorrections } from '../../utils/corrections.ts';
import { HOSTS } from '../../utils/platforms/index.ts';
import { followSettings, settings, siteIsOn } from '../../utils/settings.ts';
import { showThread } from './showThread.ts';

export default defineContentScript({
  matches: HOSTS.map((host) => `*://${host}/*`),
  runAt: 'document_idle',
  async main(ctx) {
    const stops = await Promise.all([followSettings(), followCorrections()]);
    const stopFollowing = () => {
      for (const stop of stops) stop();
    };
    if (ctx.isInvalid) return stopFollowing();
    let leave: (() => void) | null = null;
    const stopSwitching = effect(() => {
      const on = siteIsOn(settings.value, location.host);
      if (on) leave ??= showThread();
      else leave = leave?.() ?? null;
    });
    ctx.onInvalidated(() => {
      stopFollowing();
      stopSwitching();
      leave?.();
    });
    // An updated extension cuts its scripts off without telling them: asking is the only way to hear of it.
    ctx.setInterval(() => ctx.isInvalid, 2000);
  },
});
