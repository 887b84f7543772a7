import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { loadEncoder, loadFront } from '../stance/encoder/loadEncoder.ts';
import type { RuntimePaths } from '../stance/encoder/runtime.ts';
import type { Parts } from '../stance/transformer/transformer.ts';

const runtimeFile = (name: string) => pathToFileURL(createRequire(import.meta.url).resolve(`onnxruntime-web/${name}`)).href;

/** The runtime's parts as they are installed. */
const installedRuntime = (): RuntimePaths => ({
  mjs: runtimeFile('ort-wasm-simd-threaded.mjs'),
  wasm: runtimeFile('ort-wasm-simd-threaded.wasm'),
});

/** The encoder as the extension ships it, or one that lies in another folder, with what makes its inputs. */
export async function packagedEncoder(folder = new URL('../../public/', import.meta.url)): Promise<Parts> {
  const read = async (name: string) => {
    const { buffer, byteOffset, byteLength } = await readFile(new URL(name, folder));
    return byteLength === buffer.byteLength ? (buffer as ArrayBuffer) : (buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer);
  };
  return { ...(await loadFront(read)), encoder: await loadEncoder(read, installedRuntime()) };
}
