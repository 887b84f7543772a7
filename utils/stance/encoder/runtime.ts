import * as ort from 'onnxruntime-web/wasm';
import { ModelFailure } from './failure.ts';
import type { Input } from './input.ts';

/** Where the parts of the runtime lie: in the package, never on a server. */
export interface RuntimePaths {
  mjs: string;
  wasm: string;
}

/** Runs the graph for one input: eight scores, the opening post's first, and the features. `behind` is how many more wait. */
export type Run = (input: Input, behind?: number) => Promise<{ scores: Float32Array; features: Float32Array }>;

/** Starts ONNX Runtime's WebAssembly with a graph. Rejects with a `ModelFailure` where there is no WebAssembly, too little memory, or the graph is none. */
export async function startRuntime(graph: Uint8Array, paths: RuntimePaths, threads = 1): Promise<Run> {
  ort.env.wasm.wasmPaths = paths;
  ort.env.wasm.numThreads = threads;
  ort.env.logLevel = 'error';
  const session = await ort.InferenceSession.create(graph, {
    executionProviders: ['wasm'],
    graphOptimizationLevel: 'all',
    // an arena keeps the most that was ever needed, for each length of input
    enableCpuMemArena: false,
    enableMemPattern: false,
  }).catch((error) => {
    throw new ModelFailure('runtime', error);
  });
  return async ({ ids, from }) => {
    const shape = [1, ids.length];
    const types = BigInt64Array.from(ids, (_, index) => (index < from ? 0n : 1n));
    const feeds = {
      ids: new ort.Tensor('int64', BigInt64Array.from(ids, BigInt), shape),
      types: new ort.Tensor('int64', types, shape),
    };
    const { scores, features } = await session.run(feeds);
    return { scores: scores?.data as Float32Array, features: features?.data as Float32Array };
  };
}
