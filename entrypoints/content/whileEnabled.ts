import { effect } from '@preact/signals';
import { browser } from 'wxt/browser';
import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { removeStopped, stoppedNote } from '../../components/shared/mountStopped.tsx';
import { followCorrections, followSettings, settings, siteIsOn } from '../../utils/reader/index.ts';

/**
 * Shows something for as long as the reader leaves Standpoint on for the sites named and this script is not replaced by a newer one. Where
 * the extension went away under a page that showed something, the page says so: Chromium gives the new version to pages only as they load.
 */
export async function whileEnabled(ctx: ContentScriptContext, hosts: readonly string[], show: () => () => void): Promise<void> {
  const stops = await Promise.all([followSettings(), followCorrections()]);
  const stopFollowing = () => {
    for (const stop of stops) stop();
  };
  if (ctx.isInvalid) return stopFollowing();
  const isPage = window.top === window && !import.meta.env.FIREFOX;
  const sayStopped = isPage ? stoppedNote() : null;
  removeStopped();
  let leave: (() => void) | null = null;
  const stopSwitching = effect(() => {
    const on = hosts.every((host) => siteIsOn(settings.value, host));
    if (on) leave ??= show();
    else leave = leave?.() ?? null;
  });
  ctx.onInvalidated(() => {
    const isSeen = document.querySelector('[data-standpoint="sidebar"], [data-standpoint="badge"]') !== null;
    leave?.();
    // A script that takes over from this one in the same page has the extension still.
    if (leave && isSeen && !browser.runtime?.id) sayStopped?.();
    stopSwitching();
    // Last, since an extension that was updated can no longer take its listeners back.
    stopFollowing();
  });
  // An updated extension cuts its scripts off without telling them: asking is the only way to hear of it.
  ctx.setInterval(() => ctx.isInvalid, 2000);
}
