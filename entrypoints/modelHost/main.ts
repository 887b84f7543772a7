import { browser } from 'wxt/browser';
import { MODEL_PORT, startWorker } from '../../utils/extension/index.ts';
import { passOn, portWire } from '../../utils/stance/transformer/index.ts';

// A service worker can start no worker: this page, which nobody sees, starts it and passes on what both say.
const serve = passOn(startWorker);
browser.runtime.onConnect.addListener((port) => {
  if (port.name === MODEL_PORT) serve(portWire(port));
});
