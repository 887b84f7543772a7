import { readFileSync } from 'node:fs';

/** In megabytes: all that is resident of a process, and what of it no other process shares. */
export interface Memory {
  resident: number;
  own: number;
}

/** What Linux tells of a process. Throws where there is none. */
export function memoryOf(process: string): Memory {
  const text = readFileSync(`/proc/${process}/smaps_rollup`, 'utf8');
  const kilobytes = (name: string) => Number(new RegExp(`^${name}: +(\\d+)`, 'm').exec(text)?.[1] ?? 0);
  return { resident: kilobytes('Rss') / 1024, own: (kilobytes('Private_Clean') + kilobytes('Private_Dirty')) / 1024 };
}

/** Remembers the most of both. */
export function widen(most: Memory, now: Memory): void {
  most.resident = Math.max(most.resident, now.resident);
  most.own = Math.max(most.own, now.own);
}
