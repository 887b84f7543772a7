import { createHash } from 'node:crypto';

/**
 * The fifth of a set that a thread belongs to, 0…4: the MD5 of its name, modulo 5. It depends on the name alone, so a thread never stands
 * on both sides, whoever reads the data and when.
 */
export function foldOf(thread: string, folds = 5): number {
  return Number(BigInt(`0x${createHash('md5').update(thread).digest('hex')}`) % BigInt(folds));
}

/** The fifth of every set that is kept aside by thread: no weight was learned from it. */
export const isHeldOut = (thread: string): boolean => foldOf(thread) === 0;
