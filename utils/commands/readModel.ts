import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadModel, type Model } from '../stance/model/classifier.ts';

/** The shipped models by name. */
const MODELS: Record<string, string> = { fast: 'stance.bin' };

/** Reads a shipped model for a command or a test; an unknown name is an error in one sentence. */
export async function readModelFile(name = 'fast'): Promise<Model> {
  const file = MODELS[name];
  if (!file) throw new Error(`There is no model called ${name}; there is ${Object.keys(MODELS).join(', ')}.`);
  const bytes = await readFile(join(import.meta.dirname, '../../public', file));
  return loadModel(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
}
