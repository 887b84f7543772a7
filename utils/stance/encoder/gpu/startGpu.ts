import type { Input } from '../input.ts';
import { lastOf } from './last.ts';
import { add, attend, embed, multiply, QUERIES, quantise, strideOf } from './shaders.ts';
import { filledUp, type Matrix, readWeights, TILE, type Weights } from './weights.ts';
import type { Faster } from './withFaster.ts';

/** What buffers are used for, by WebGPU's numbers: mapped to be read, copied from and to, worked on. */
const USAGE = { read: 1, from: 4, to: 8, storage: 128 };

/** One step of a run: a program, what it works on, and how many groups of threads it takes for so many pieces. */
interface Step {
  pipeline: GPUComputePipeline;
  group: GPUBindGroup;
  groups(count: number): [number, number?];
}

/**
 * Runs the graph on a graphics processor, with its bytes as they are: activations are brought to int8 by the same steps as in WebAssembly,
 * and sums of products are whole numbers, so that answers differ by rounding alone, and caches need not tell the two apart. ONNX Runtime's own
 * WebGPU has no such products: weights would be widened to 16 bits, answers be others, and the package 4 to 7 MB larger. `most` is how many
 * pieces an input may have. Rejects where it cannot run.
 */
export async function startGpu(device: GPUDevice, graph: Uint8Array<ArrayBuffer>, most: number): Promise<Faster> {
  const weights = readWeights(graph);
  if (weights.places.count < most) throw new Error('The graph has too few places.');
  const { width } = weights;
  const rows = filledUp(most, TILE);
  const input = device.createBuffer({ size: 4 * (2 + most), usage: USAGE.storage | USAGE.to });
  const result = device.createBuffer({ size: 4 * rows * width, usage: USAGE.read | USAGE.to });
  const { steps, x } = await stepsOf(device, weights, input, rows, most);
  const last = lastOf(weights);

  const hiddenOf = async ({ ids, from }: Input): Promise<Float32Array> => {
    if (ids.length > most) throw new Error('The input is too long.');
    const size = 4 * ids.length * width;
    device.queue.writeBuffer(input, 0, Uint32Array.of(ids.length, from, ...ids));
    const commands = device.createCommandEncoder();
    const pass = commands.beginComputePass();
    for (const { pipeline, group, groups } of steps) {
      pass.setPipeline(pipeline);
      pass.setBindGroup(0, group);
      pass.dispatchWorkgroups(...groups(ids.length));
    }
    pass.end();
    commands.copyBufferToBuffer(x, 0, result, 0, size);
    device.queue.submit([commands.finish()]);
    await result.mapAsync(USAGE.read, 0, size);
    const hidden = new Float32Array(result.getMappedRange(0, size).slice(0));
    result.unmap();
    return hidden;
  };
  const run = async (row: Input) => last(await hiddenOf(row), row);
  // The first run takes longer than those after it.
  await run({ ids: [0, 0], from: 1, isReply: false });
  return { run, stop: () => device.destroy() };
}

async function stepsOf(device: GPUDevice, weights: Weights, input: GPUBuffer, rows: number, most: number) {
  const { width, heads, words, places, layers } = weights;
  const inner = layers[0]?.inner.columns ?? 0;
  const store = (length: number) => device.createBuffer({ size: 4 * length, usage: USAGE.storage | USAGE.from | USAGE.to });
  const load = (data: Uint8Array<ArrayBuffer> | Float32Array<ArrayBuffer>) => {
    const buffer = store(data.byteLength / 4);
    device.queue.writeBuffer(buffer, 0, data);
    return buffer;
  };
  const programs = new Map<string, Promise<GPUComputePipeline>>();
  const programOf = (code: string) => {
    const known =
      programs.get(code) ?? device.createComputePipelineAsync({ layout: 'auto', compute: { module: device.createShaderModule({ code }) } });
    programs.set(code, known);
    return known;
  };
  const steps: Promise<Step>[] = [];
  const step = (code: string, buffers: GPUBuffer[], groups: Step['groups']) => {
    steps.push(
      programOf(code).then((pipeline) => ({
        pipeline,
        group: device.createBindGroup({
          layout: pipeline.getBindGroupLayout(0),
          entries: buffers.map((buffer, binding) => ({ binding, resource: { buffer } })),
        }),
        groups,
      })),
    );
  };

  const x = store(rows * width);
  // Rows of int8 and their scales: as wide as a layer, and as wide as what is between its two halves.
  const narrow = [store(rows * strideOf(width)), store(rows)];
  const wide = [store(rows * strideOf(inner)), store(rows)];
  const [qkv, mixed, answer, between] = [store(rows * 3 * width), store(rows * width), store(rows * width), store(rows * inner)];
  const each = (count: number): [number] => [count];
  const linear = (from: GPUBuffer[], { stride, columns, bytes, plain }: Matrix, to: GPUBuffer, isInner = false) =>
    step(multiply(stride, columns, isInner), [input, ...from, load(bytes), load(plain), to], (count) => [
      Math.ceil(columns / TILE),
      Math.ceil(count / TILE),
    ]);

  step(embed(width, places.count), [input, load(words.bytes), load(words.scales), load(places.plain), x, ...narrow], each);
  for (const layer of layers) {
    linear(narrow, layer.qkv, qkv);
    step(attend(width, heads, most), [input, qkv, mixed], (count) => [Math.ceil(count / QUERIES), heads]);
    step(quantise(width), [mixed, ...narrow], each);
    linear(narrow, layer.answer, answer);
    step(add(width), [answer, load(layer.afterAnswer), x, ...narrow], each);
    linear(narrow, layer.inner, between, true);
    step(quantise(inner), [between, ...wide], each);
    linear(wide, layer.outer, answer);
    step(add(width), [answer, load(layer.afterOuter), x, ...narrow], each);
  }
  return { steps: await Promise.all(steps), x };
}
