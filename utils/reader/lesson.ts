import { storage } from 'wxt/utils/storage';
import type { Lesson } from '../stance/index.ts';
import { parseLesson } from './storedSchemas.ts';

const item = storage.defineItem<Lesson | null>('local:lesson', { fallback: null, version: 1 });

/** What the reader's corrections taught their own copy of the model; `null` before the first. Apart from what learns, which pages do without. */
export async function readLesson(): Promise<Lesson | null> {
  return parseLesson(await item.getValue());
}

export function keepLesson(lesson: Lesson | null): Promise<void> {
  return item.setValue(lesson);
}

/** Hears of every change; returns how to stop. */
export function watchLesson(hear: (lesson: Lesson | null) => void): () => void {
  return item.watch((stored) => hear(parseLesson(stored)));
}
