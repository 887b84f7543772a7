import { storage } from 'wxt/utils/storage';
import type { Lesson } from './stance/learn.ts';

/** What the reader's corrections taught their own copy of the model; `null` before the first. Apart from what learns, which pages do without. */
export const lessonItem = storage.defineItem<Lesson | null>('local:lesson', { fallback: null, version: 1 });
