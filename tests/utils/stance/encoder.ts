import { packagedEncoder } from '../../../utils/commands/packagedEncoder.ts';
import type { Parts } from '../../../utils/stance/transformer/transformer.ts';

let loaded: Promise<Parts> | undefined;

/** The small encoder made for tests, loaded once. */
export function testEncoder(): Promise<Parts> {
  loaded ??= packagedEncoder(new URL('../../fixtures/encoder/', import.meta.url));
  return loaded;
}
