import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import type { ScriptPublicPath } from 'wxt/utils/inject-script';
import { hearMenu, offerMenu, packagedModel, readNow, registerScripts, tellToolbar } from '../utils/extension/index.ts';
import { createAskers, createBatches, onMessage, sendMessage } from '../utils/messaging/index.ts';
import { forget, forgetOldVisits, learnAnew, readAdaptation, teach } from '../utils/reader/index.ts';
import { namesThreads } from '../utils/reading/index.ts';
import type { Model } from '../utils/stance/index.ts';

export default defineBackground(() => {
  let model: Promise<Model> | undefined;
  // The browser may stop this script at any time; the next thread loads the model again. A failure is not kept.
  const loaded = () => {
    model ??= packagedModel().catch((error) => {
      model = undefined;
      throw error;
    });
    return model;
  };
  const bring = async ({ tab, frameId }: { tab?: { id?: number }; frameId?: number }, ...files: ScriptPublicPath[]) => {
    if (tab?.id === undefined || files.length === 0) return;
    // The page may have gone on in the meantime.
    await browser.scripting.executeScript({ target: { tabId: tab.id, frameIds: [frameId ?? 0] }, files }).catch(() => {});
  };
  const platformFiles = (name: string | null) => (name !== null && namesThreads(name) ? [`/platforms/${name}.js` as ScriptPublicPath] : []);
  onMessage('bringThread', ({ data: platform, sender }) => {
    const brought = bring(sender, ...platformFiles(platform), '/content-scripts/content.js');
    // While the page is read, the model is loaded.
    loaded().catch(() => {});
    return brought;
  });
  onMessage('bringPart', ({ data: name, sender }) => bring(sender, `/${name}.js`));
  onMessage('bringPlatform', ({ data: name, sender }) => bring(sender, ...platformFiles(name)));
  const batches = createBatches();
  const askers = createAskers();
  onMessage('analyze', async ({ data: { thread, said, inView: seen, reach }, sender }) => {
    const { signal, inView } = askers.begin(sender, seen);
    const model = await loaded();
    // Where nothing can be learned, the thread is read all the same.
    await next(() => learnAnew(model, thread, said)).catch(() => {});
    const adaptation = await readAdaptation();
    const options = { corrections: said, inView, ...(reach !== null && { reach }), ...(adaptation && { adaptation }) };
    return batches.first(model.analyze(thread, options, signal));
  });
  onMessage('weigh', async ({ data: { thread, said, id, stance } }) => {
    const [model, adaptation] = [await loaded(), await readAdaptation()];
    return (await model.weigh?.(thread, id, stance, { corrections: said, ...(adaptation && { adaptation }) })) ?? [];
  });
  onMessage('look', ({ data: ids, sender }) => askers.look(sender, ids));
  onMessage('leaveOff', ({ sender }) => askers.leave(sender));
  browser.tabs.onRemoved.addListener(askers.leaveTab);
  onMessage('analyzeOn', ({ data: name }) => batches.next(name));
  // Corrections made in several tabs at once are learned one after the other.
  let learning: Promise<void> = Promise.resolve();
  const next = (act: () => Promise<void>) => {
    learning = learning.catch(() => {}).then(act);
    return learning;
  };
  onMessage('learn', ({ data }) => next(async () => teach(await loaded(), data)));
  onMessage('forget', () => next(forget));
  // Comments in a frame of another site: the page around them shows the sidebar, where the extension may run there.
  onMessage('tellPage', async ({ data, sender }) => {
    const tabId = sender.tab?.id;
    if (tabId !== undefined) await sendMessage('showFrame', data, { tabId, frameId: 0 }).catch(() => {});
  });
  onMessage('askFrames', async ({ data: { jump }, sender }) => {
    const tabId = sender.tab?.id;
    if (tabId === undefined) return;
    await (jump === null ? sendMessage('tellAgain', undefined, tabId) : sendMessage('jump', jump, tabId)).catch(() => {});
  });
  onMessage('orderTab', async ({ data: order, sender }) => {
    if (sender.tab?.id !== undefined) await sendMessage('order', order, sender.tab.id).catch(() => {});
  });
  onMessage('openOptions', async ({ data: { section, diagnosed } }) => {
    const query = diagnosed === undefined ? '' : `?diagnosed=${diagnosed}`;
    await browser.tabs.create({ url: `${browser.runtime.getURL('/options.html')}${query}#${section}` });
  });
  onMessage('openViewer', async () => {
    await browser.tabs.create({ url: browser.runtime.getURL('/viewer.html') });
  });
  onMessage('tellToolbar', async ({ data, sender }) => {
    if (sender.tab?.id !== undefined) await tellToolbar(sender.tab.id, data);
  });
  hearMenu();
  const { runtime, permissions } = browser;
  // The browser forgets menus and registered scripts when it updates the extension, and some forget them when they are closed.
  const prepare = () => Promise.all([offerMenu(), registerScripts()]);
  runtime.onStartup.addListener(prepare);
  runtime.onStartup.addListener(forgetOldVisits);
  runtime.onInstalled.addListener(async ({ reason }) => {
    // First, so that the reader is greeted even where the rest fails.
    if (reason === 'install') await browser.tabs.create({ url: runtime.getURL('/welcome.html') });
    await prepare();
  });
  permissions.onAdded.addListener(async ({ origins = [] }) => {
    await registerScripts();
    await readNow(origins);
  });
  permissions.onRemoved.addListener(registerScripts);
});
