import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { onMessage } from '../utils/messages.ts';
import { analyze } from '../utils/stance/analyze.ts';
import { loadModel, type Model } from '../utils/stance/model.ts';

export default defineBackground(() => {
  let model: Promise<Model> | undefined;
  const load = async () => loadModel(await (await fetch(browser.runtime.getURL('/stance.bin'))).arrayBuffer());
  onMessage('analyze', async ({ data: thread }) => {
    // The browser may stop this script at any time; the next thread loads the model again. A failure is not kept.
    model ??= load().catch((error) => {
      model = undefined;
      throw error;
    });
    return analyze(await model, thread);
  });
});
