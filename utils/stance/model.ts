import type { Thread } from '../thread/index.ts';
import type { Corrections, Evidence, RawAnalysis, Stance } from './verdict.ts';

/** What a model is told beside the thread. */
export interface AnalyzeOptions {
  /** What the reader set by hand in this thread. */
  corrections?: Corrections;
  /** What the reader's earlier corrections taught; passed over by a model of another name. */
  adaptation?: Adaptation;
  /** Languages of comments by id where the browser knows them (`en`, `da`, …); others are judged by their words. */
  languages?: Record<string, string>;
  /** Ids of the comments that the reader sees at the moment; they are read first. */
  inView?(): ReadonlySet<string>;
  /** No comment is read that stands further from those in view than so many others; absent where all are. */
  reach?: number;
}

/** A comment that the reader corrected: what it was held against, its words, and where it stands. */
export interface Correction {
  target: string;
  text: string;
  stance: Stance;
}

/** What gives the verdicts. Whatever stands behind it, a page only ever sees its analyses. */
export interface Model {
  /** Name and version, as in its card. */
  name: string;
  /**
   * Verdicts on the comments of a thread, before any threshold. Every analysis takes the place of the one before; the first may be preliminary
   * or hold the comments known so far, the last is final and holds all that are within reach. Rejects where the model cannot be had; ends early once `signal` is aborted.
   */
  analyze(thread: Thread, options?: AnalyzeOptions, signal?: AbortSignal): AsyncIterable<RawAnalysis>;
  /** The sentences of a comment that speak most for a stance of it towards the opening post, the weightiest first. Absent where a model cannot tell. */
  weigh?(thread: Thread, id: string, stance: Stance, options?: AnalyzeOptions): Promise<Evidence[]>;
  /** Learns from one correction and returns the new adaptation. Absent where a model cannot learn. */
  adapt?(adaptation: Adaptation | undefined, correction: Correction): Promise<Adaptation>;
}

/** What a reader's corrections have changed in their own copy of the model: plain JSON, thrown away to start afresh. */
export interface Adaptation {
  /** The model it was learned on; an adaptation for another model is passed over. */
  model: string;
  corrections: number;
  /** Whether it took the place of one for another model: what that had learned is learned again as its threads are read again. */
  anew?: boolean;
  /** Per bucket of weights, what is added for each stance. */
  shifts: Record<string, number[]>;
}

/** What the model is to learn from one correction: crosses from the page to the background. */
export interface TrainingExample {
  /** Names the comment, across threads. */
  of: string;
  /** What the comment is held against, and its own words. */
  target: string;
  text: string;
  /** `null` takes back what was learned from this comment. */
  stance: Stance | null;
}
