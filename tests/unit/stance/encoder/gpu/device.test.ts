import { afterEach, expect, test, vi } from 'vitest';
import { openDevice } from '../../../../../utils/stance/encoder/gpu/device.ts';

afterEach(() => vi.unstubAllGlobals());

function browserWith(adapter: object | null, features = ['packed_4x8_integer_dot_product']): void {
  vi.stubGlobal('navigator', { gpu: { wgslLanguageFeatures: new Set(features), requestAdapter: async () => adapter } });
}
const adapterWith = (more: object) => ({ requestDevice: async () => 'device', ...more });

test('where there is no WebGPU, no processor or too old a one, there is no device', async () => {
  vi.stubGlobal('navigator', {});
  await expect(openDevice(false)).rejects.toThrow();
  browserWith(null);
  await expect(openDevice(false)).rejects.toThrow();
  browserWith(adapterWith({ info: { isFallbackAdapter: false } }), []);
  await expect(openDevice(false)).rejects.toThrow();
});

test('a processor is taken, one that software plays only by tests; wherever the browser says that it is one', async () => {
  browserWith(adapterWith({ info: { isFallbackAdapter: false } }));
  expect(await openDevice(false)).toBe('device');
  browserWith(adapterWith({ info: {} }));
  expect(await openDevice(false)).toBe('device');
  for (const software of [{ info: { isFallbackAdapter: true } }, { info: {}, isFallbackAdapter: true }, { isFallbackAdapter: true }]) {
    browserWith(adapterWith(software));
    await expect(openDevice(false)).rejects.toThrow();
    expect(await openDevice(true)).toBe('device');
  }
});
