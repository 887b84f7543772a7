import { hashOf } from '../model/tokens.ts';

/** A tenth is named by the hash of the thread alone, so a thread never stands on both sides, whoever reads the data and when. */
export function tenthOf(thread: string): number {
  let value = hashOf(thread);
  value = Math.imul(value ^ (value >>> 16), 0x45d9f3b);
  return ((value ^ (value >>> 13)) >>> 0) % 10;
}

/** A fifth of every set, kept aside by thread: never seen in training, nor when anything was chosen. Only the benchmark reads it. */
export const isKept = (thread: string): boolean => tenthOf(thread) < 2;
