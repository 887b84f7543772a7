import { expect, test } from 'vitest';
import { savesEnergy } from '../../../utils/page/savesEnergy.ts';

const battery = (charging: boolean, level: number) => ({ getBattery: async () => ({ charging, level }) });

test.each([
  ['a browser that tells nothing', {}, false],
  ['a full battery', battery(false, 0.9), false],
  ['a low battery that is being charged', battery(true, 0.1), false],
  ['a low battery', battery(false, 0.1), true],
  ['a battery that the page may not ask for', { getBattery: () => Promise.reject(new Error('forbidden')) }, false],
  ['a reader who wants little data used', { connection: { saveData: true } }, true],
  ['a connection like any other', { connection: { saveData: false } }, false],
])('of %s it is known whether the device saves power or data', async (_, device, saves) => {
  expect(await savesEnergy(device)).toBe(saves);
});
