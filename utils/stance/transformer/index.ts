// The second door of the room, apart from the first since it brings the engine along: the model that reads, and what runs it.
export { cached, memory, type ScoreCache } from '../encoder/cache.ts';
export { modelNameOf } from '../encoder/config.ts';
export type { Scores } from '../encoder/encoder.ts';
export { withGpu } from '../encoder/gpu/withGpu.ts';
export { loadEncoder, loadFront } from '../encoder/loadEncoder.ts';
export { passOn } from '../encoder/passOn.ts';
export { type Answer, type Question, remoteEncoder, serveEncoder } from '../encoder/remote.ts';
export type { RuntimePaths } from '../encoder/runtime.ts';
export { portWire, type Wire, workerWire } from '../encoder/wire.ts';
export { type Pair, scorePair } from './pair.ts';
export { createTransformerModel, type Parts } from './transformer.ts';
