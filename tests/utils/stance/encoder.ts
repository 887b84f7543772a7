import { packagedEncoder } from '../../../utils/commands/packagedEncoder.ts';
import type { Loaded } from '../../../utils/stance/encoder/loadEncoder.ts';

let loaded: Promise<Loaded> | undefined;

/** The small encoder made for tests, loaded once. */
export function testEncoder(): Promise<Loaded> {
  loaded ??= packagedEncoder(new URL('../../fixtures/encoder/', import.meta.url));
  return loaded;
}
