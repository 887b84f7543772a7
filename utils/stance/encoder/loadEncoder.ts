import { modelNameOf, readConfig, type StanceConfig } from './config.ts';
import type { Encoder } from './encoder.ts';
import { ModelFailure } from './failure.ts';
import { type Input, inputs, type Texts } from './input.ts';
import { type Run, type RuntimePaths, startRuntime } from './runtime.ts';
import { readTokenizer } from './tokenize.ts';

/** Reads a file of the package by its name; rejects where there is none. */
export type ReadFile = (name: string) => Promise<ArrayBuffer>;

/** What makes inputs for an encoder, and what was fitted after it. */
export interface Front {
  config: StanceConfig;
  inputOf: (texts: Texts) => Input;
}

const CLASSES = 4;
/** `[CLS]` and three times `[SEP]`. */
const MARKS = 4;

/** Reads what stands before the encoder in a package. Rejects with a `ModelFailure` where a file is missing, or not the one that `stance.json` speaks of. */
export async function loadFront(read: ReadFile): Promise<Front> {
  const config = await readPackage(read);
  const tokenizer = readTokenizer(textOf(await wholeFile(read, config, 'tokenizer.json')));
  return { config, inputOf: inputs(tokenizer, config.lengths) };
}

/** Puts another way to run the graph beside the first: from the graph, which it reads anew, and how many pieces an input may have. */
export type Quicken = (run: Run, graph: () => Promise<Uint8Array<ArrayBuffer>>, most: number) => Run;

/** Starts the encoder of a package. Rejects with a `ModelFailure` as `loadFront` does, and where it cannot run. */
export async function loadEncoder(read: ReadFile, paths: RuntimePaths, threads = 1, quicken: Quicken = (run) => run): Promise<Encoder> {
  const config = await readPackage(read);
  const graph = async () => new Uint8Array(await wholeFile(read, config, 'stance.onnx'));
  const { post, parent, comment } = config.lengths;
  const run = quicken(await startRuntime(await graph(), paths, threads), graph, post + parent + comment + MARKS);
  return {
    name: modelNameOf(config),
    async *run(rows, signal, behind = 0) {
      for (const [index, row] of rows.entries()) {
        if (signal?.aborted) return;
        const { scores, features } = await run(row, behind + rows.length - 1 - index);
        const [opening, parent] = [Array.from(scores.slice(0, CLASSES)), Array.from(scores.slice(CLASSES))];
        yield { index, opening, parent: row.isReply ? parent : null, features: unit(features) };
      }
    },
  };
}

/** A vector of length 1, to four digits: thousands of them are remembered. */
function unit(vector: Float32Array): number[] {
  const length = Math.hypot(...vector) || 1;
  return Array.from(vector, (one) => Math.round((one / length) * 1e4) / 1e4);
}

const textOf = (bytes: ArrayBuffer) => new TextDecoder().decode(bytes);

const bytesOf = (read: ReadFile, name: string) =>
  read(name).catch((error) => {
    throw new ModelFailure('missing', error);
  });

async function readPackage(read: ReadFile): Promise<StanceConfig> {
  const bytes = await bytesOf(read, 'stance.json');
  try {
    return readConfig(textOf(bytes));
  } catch (error) {
    throw new ModelFailure('damaged', error);
  }
}

/** A file of the package, if it is the very one that the package speaks of. */
async function wholeFile(read: ReadFile, config: StanceConfig, name: keyof StanceConfig['files']): Promise<ArrayBuffer> {
  const bytes = await bytesOf(read, name);
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const hex = Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
  if (hex !== config.files[name].sha256) throw new ModelFailure('damaged');
  return bytes;
}
