import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { type Answer, loadEncoder, type Question, serveEncoder, withGpu, workerWire } from '../utils/stance/transformer/index.ts';

/** The worker that runs the model: its files and its runtime come from the package. */
export default defineUnlistedScript(() => {
  const urlOf = (path: string) => new URL(path, location.origin).href;
  const read = async (name: string) => (await fetch(urlOf(`/${name}`))).arrayBuffer();
  const paths = { mjs: urlOf('/runtime/ort-wasm-simd-threaded.mjs'), wasm: urlOf('/runtime/ort-wasm-simd-threaded.wasm') };
  // One core is left to the page.
  const threads = self.crossOriginIsolated ? Math.min(4, Math.max(1, navigator.hardwareConcurrency - 1)) : 1;
  // Asked for by the browser tests, whose only graphics processor is software; no page can start this worker but our own.
  const isTest = location.search === '?software';
  const load = () => loadEncoder(read, paths, threads, withGpu(isTest));
  serveEncoder(workerWire<Question, Answer>(self), load);
});
