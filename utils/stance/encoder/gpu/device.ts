/** What it takes beside WebGPU itself: products of four bytes at once. */
const PRODUCTS = 'packed_4x8_integer_dot_product';

/**
 * The graphics processor. Rejects where there is none, none that can do what is needed, or only one that software plays, which WebAssembly
 * outruns; tests ask for that one too.
 */
export async function openDevice(acceptsSoftware: boolean): Promise<GPUDevice> {
  const { gpu } = navigator as { gpu?: GPU };
  if (!gpu?.wgslLanguageFeatures?.has(PRODUCTS)) throw new Error('There is no WebGPU.');
  const adapter = await gpu.requestAdapter();
  // Where it stood before `info` knew it.
  const { isFallbackAdapter } = (adapter ?? {}) as { isFallbackAdapter?: boolean };
  if (!adapter || ((adapter.info?.isFallbackAdapter ?? isFallbackAdapter) && !acceptsSoftware))
    throw new Error('There is no graphics processor.');
  return adapter.requestDevice();
}
