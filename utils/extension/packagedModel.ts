import { browser } from 'wxt/browser';
import { cached } from '../stance/encoder/cache.ts';
import { nameOf } from '../stance/encoder/config.ts';
import { loadFront } from '../stance/encoder/loadEncoder.ts';
import { remoteEncoder } from '../stance/encoder/remote.ts';
import type { Model } from '../stance/model.ts';
import { createTransformerModel } from '../stance/transformer/transformer.ts';
import { connectModel } from './modelWorker.ts';
import { sessionScores } from './sessionScores.ts';

/** The model of this package; what reads comments runs in a worker. Rejects with a `ModelFailure` where its files are not as they must be. */
export async function packagedModel(): Promise<Model> {
  const read = async (name: string) => {
    const answer = await fetch(browser.runtime.getURL(`/${name}` as '/stance.json'));
    if (!answer.ok) throw new Error(`There is no ${name}.`);
    return answer.arrayBuffer();
  };
  const front = await loadFront(read);
  const remote = remoteEncoder(nameOf(front.config), connectModel);
  remote.warm();
  return createTransformerModel({ ...front, encoder: cached(remote, sessionScores()) });
}
