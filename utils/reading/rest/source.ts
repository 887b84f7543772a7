import type { InsertionPoint, Thread } from '../../thread/index.ts';
import type { Platform } from '../platform.ts';

/** What an answer of the forum held, and what else is to be asked for. */
export interface Answer {
  thread: Thread | null;
  /** Addresses; those that were asked for before are not asked again. */
  further: string[];
  insertion: InsertionPoint;
}

/** How the rest of a thread is had from its own site: where to begin, and what to make of each answer. */
export interface Source {
  start: string[];
  take(address: string, body: string): Answer;
  /** What to ask for instead of an address that could not be had. */
  skip?(address: string): string[];
  /** How many requests the page lets expect in all, where it says more than the answers so far. */
  expected?(): number;
}

/** What a source is told of the open page. */
export interface Request {
  platform: Platform;
  /** The page as it is open. */
  document: Document;
  url: string;
  thread: Thread;
  now: Date;
}

/** A forum's own interface may answer anything; what is not as expected reads as nothing. */
export function parseJson<Shape>(body: string): Partial<Shape> {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
