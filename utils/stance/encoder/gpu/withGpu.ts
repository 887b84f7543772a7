import type { Quicken } from '../loadEncoder.ts';
import { openDevice } from './device.ts';
import { startGpu } from './startGpu.ts';
import { withFaster } from './withFaster.ts';

/** Puts the graphics processor beside WebAssembly, where there is one. `isTest` takes one that software plays, however slow. */
export const withGpu =
  (isTest = false): Quicken =>
  (run, graph, most) => {
    const start = async () => {
      const device = await openDevice(isTest);
      return startGpu(device, await graph(), most).catch((error) => {
        device.destroy();
        throw error;
      });
    };
    return withFaster(run, start, isTest ? 0 : undefined);
  };
