import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { forget, teach } from '../utils/lesson.ts';
import { lessonItem } from '../utils/lessonItem.ts';
import { onMessage, sendMessage } from '../utils/messages.ts';
import { analyze } from '../utils/stance/analyze.ts';
import { loadModel, type Model } from '../utils/stance/model.ts';

export default defineBackground(() => {
  let model: Promise<Model> | undefined;
  const load = async () => loadModel(await (await fetch(browser.runtime.getURL('/stance.bin'))).arrayBuffer());
  // The browser may stop this script at any time; the next thread loads the model again. A failure is not kept.
  const loaded = () => {
    model ??= load().catch((error) => {
      model = undefined;
      throw error;
    });
    return model;
  };
  onMessage('analyze', async ({ data: { thread, said } }) => {
    const lesson = await lessonItem.getValue();
    const { stances, proposition } = said;
    return analyze(await loaded(), thread, { corrections: stances, ...(proposition && { proposition }), ...(lesson && { lesson }) });
  });
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
  onMessage('openOptions', async ({ data: section }) => {
    await browser.tabs.create({ url: `${browser.runtime.getURL('/options.html')}#${section}` });
  });
});
