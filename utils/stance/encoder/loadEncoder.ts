import { readConfig, type StanceConfig } from './config.ts';
import type { Encoder } from './encoder.ts';
import { ModelFailure } from './failure.ts';
import { type Input, inputs, type Texts } from './input.ts';
import { type RuntimePaths, startRuntime } from './runtime.ts';
import { readTokenizer } from './tokenize.ts';

/** Reads a file of the package by its name; rejects where there is none. */
export type ReadFile = (name: string) => Promise<ArrayBuffer>;

/** An encoder, what was measured with it, and what makes its inputs. */
export interface Loaded {
  encoder: Encoder;
  config: StanceConfig;
  inputOf: (texts: Texts) => Input;
}

const CLASSES = 4;

/** Loads the encoder of a package. Rejects with a `ModelFailure` where a file is missing, or not the one that `stance.json` speaks of. */
export async function loadEncoder(read: ReadFile, paths: RuntimePaths, threads = 1): Promise<Loaded> {
  const bytesOf = (name: string) =>
    read(name).catch((error) => {
      throw new ModelFailure('missing', error);
    });
  const config = configFrom(textOf(await bytesOf('stance.json')));
  const whole = async (name: keyof StanceConfig['files']) => {
    const bytes = await bytesOf(name);
    const { sha256 } = config.files[name];
    if ((await hashOf(bytes)) !== sha256) throw new ModelFailure('damaged');
    return bytes;
  };
  const tokenizer = readTokenizer(textOf(await whole('tokenizer.json')));
  const run = await startRuntime(new Uint8Array(await whole('stance.onnx')), paths, threads);
  const encoder: Encoder = {
    name: `${config.name} ${config.version}`,
    async *run(rows, signal) {
      for (const [index, row] of rows.entries()) {
        if (signal?.aborted) return;
        const scores = Array.from(await run(row));
        yield { index, opening: scores.slice(0, CLASSES), parent: row.isReply ? scores.slice(CLASSES) : null };
      }
    },
  };
  return { encoder, config, inputOf: inputs(tokenizer, config.lengths) };
}

const textOf = (bytes: ArrayBuffer) => new TextDecoder().decode(bytes);

function configFrom(json: string): StanceConfig {
  try {
    return readConfig(json);
  } catch (error) {
    throw new ModelFailure('damaged', error);
  }
}

async function hashOf(bytes: ArrayBuffer): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
