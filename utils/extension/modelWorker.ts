import { browser } from 'wxt/browser';
import { type Answer, portWire, type Question, type Wire, workerWire } from '../stance/transformer/index.ts';

/** Names the line from the service worker to the page that holds the model's worker. */
export const MODEL_PORT = 'model';
const HOST = '/modelHost.html';

/** Starts the worker that runs the model. */
export function startWorker(): Wire<Answer, Question> {
  return workerWire<Answer, Question>(new Worker(browser.runtime.getURL('/modelWorker.js')));
}

/** As much of Chromium's `chrome.offscreen` as is needed. */
interface Offscreen {
  createDocument(parameters: { url: string; reasons: string[]; justification: string }): Promise<void>;
}

let opening: Promise<void> | undefined;

/** Opens the page that holds the worker, where none is open; a service worker that woke up may find one. */
function openHost(offscreen: Offscreen): Promise<void> {
  opening ??= (async () => {
    const open = await browser.runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] });
    if (open.length > 0) return;
    await offscreen.createDocument({ url: HOST, reasons: ['WORKERS'], justification: 'Runs the model that reads comments, off the page.' });
  })().finally(() => {
    opening = undefined;
  });
  return opening;
}

/** A line to the model's worker: through a page of its own where the background is a service worker, directly where it is a page. */
export async function connectModel(): Promise<Wire<Answer, Question>> {
  const { offscreen } = browser as unknown as { offscreen?: Offscreen };
  if (!offscreen) return startWorker();
  await openHost(offscreen);
  return portWire<Answer, Question>(browser.runtime.connect({ name: MODEL_PORT }));
}
