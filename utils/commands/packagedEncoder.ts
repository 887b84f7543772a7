import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ModelFailure, type Reason } from '../stance/index.ts';
import { cached, loadEncoder, loadFront, memory, type Parts, type RuntimePaths } from '../stance/transformer/index.ts';

const runtimeFile = (name: string) => pathToFileURL(createRequire(import.meta.url).resolve(`onnxruntime-web/${name}`)).href;

/** The runtime's parts as they are installed. */
const installedRuntime = (): RuntimePaths => ({
  mjs: runtimeFile('ort-wasm-simd-threaded.mjs'),
  wasm: runtimeFile('ort-wasm-simd-threaded.wasm'),
});

/** Where the model lies that ships; tests name the folder of their own small one. */
const shippedFolder = () => process.env.STANDPOINT_MODEL || join(import.meta.dirname, '../../public');

const SENTENCES: Record<Reason, (folder: string) => string> = {
  missing: (folder) => `The model's files are not all in ${folder}.`,
  damaged: (folder) => `The model's files in ${folder} are damaged, or not of one version.`,
  runtime: () => 'The model cannot run: there is no WebAssembly for it, or too little memory.',
  died: () => 'What runs the model broke off.',
};

/** The encoder as the extension ships it, or one that lies in another folder, with what makes its inputs. */
export async function packagedEncoder(folder = shippedFolder()): Promise<Parts> {
  const read = async (name: string) => {
    const { buffer, byteOffset, byteLength } = await readFile(join(folder, name));
    return byteLength === buffer.byteLength ? (buffer as ArrayBuffer) : (buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer);
  };
  return { ...(await loadFront(read)), encoder: await loadEncoder(read, installedRuntime()) };
}

let shipped: Promise<Parts> | undefined;

/** The same for a command, loaded once; remembers its answers. Where it cannot be had, one sentence says why. */
export function commandEncoder(): Promise<Parts> {
  shipped ??= packagedEncoder().then(
    (parts) => ({ ...parts, encoder: cached(parts.encoder, memory()) }),
    (error) => {
      throw error instanceof ModelFailure ? new Error(SENTENCES[error.reason](shippedFolder()), { cause: error }) : error;
    },
  );
  return shipped;
}
