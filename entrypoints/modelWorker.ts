import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { loadEncoder } from '../utils/stance/encoder/loadEncoder.ts';
import { type Answer, type Question, serveEncoder } from '../utils/stance/encoder/remote.ts';
import { workerWire } from '../utils/stance/encoder/wire.ts';

/** The worker that runs the model: its files and its runtime come from the package. */
export default defineUnlistedScript(() => {
  const at = (path: string) => new URL(path, location.origin).href;
  const read = async (name: string) => (await fetch(at(`/${name}`))).arrayBuffer();
  const paths = { mjs: at('/runtime/ort-wasm-simd-threaded.mjs'), wasm: at('/runtime/ort-wasm-simd-threaded.wasm') };
  // One core is left to the page.
  const threads = self.crossOriginIsolated ? Math.min(4, Math.max(1, navigator.hardwareConcurrency - 1)) : 1;
  const load = () => loadEncoder(read, paths, threads);
  serveEncoder(workerWire<Question, Answer>(self), load);
});
