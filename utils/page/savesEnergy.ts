/** A battery that holds less of what it can hold is low. */
const LOW = 0.2;

/** As much of what only some browsers tell as is needed. */
interface Device {
  connection?: { saveData?: boolean };
  getBattery?(): Promise<{ charging: boolean; level: number }>;
}

/** Whether the device saves power or data now: its battery is low and not being charged, or its owner wants little data used. No, where the browser does not tell. */
export async function savesEnergy(device: Device = navigator as Device): Promise<boolean> {
  if (device.connection?.saveData || matchMedia('(prefers-reduced-data: reduce)').matches) return true;
  const battery = await device.getBattery?.().catch(() => null);
  return battery ? !battery.charging && battery.level <= LOW : false;
}
