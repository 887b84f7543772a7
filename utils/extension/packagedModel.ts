import { browser } from 'wxt/browser';
import type { Model } from '../stance/index.ts';
import { cached, createTransformerModel, loadFront, modelNameOf, remoteEncoder } from '../stance/transformer/index.ts';
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
  const remote = remoteEncoder(modelNameOf(front.config), connectModel);
  remote.warm();
  return createTransformerModel({ ...front, encoder: cached(remote, sessionScores()) });
}
