import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { type Loaded, loadEncoder } from '../stance/encoder/loadEncoder.ts';
import type { RuntimePaths } from '../stance/encoder/runtime.ts';

const runtimeFile = (name: string) => pathToFileURL(createRequire(import.meta.url).resolve(`onnxruntime-web/${name}`)).href;

/** The runtime's parts as they are installed. */
export const installedRuntime = (): RuntimePaths => ({
  mjs: runtimeFile('ort-wasm-simd-threaded.mjs'),
  wasm: runtimeFile('ort-wasm-simd-threaded.wasm'),
});

/** The encoder as the extension ships it, or one that lies in another folder. */
export function packagedEncoder(folder = new URL('../../public/', import.meta.url)): Promise<Loaded> {
  return loadEncoder(async (name) => new Uint8Array(await readFile(new URL(name, folder))).buffer, installedRuntime());
}
