import type { RawAnalysis } from '../stance/index.ts';
import type { Summary } from '../summary/index.ts';
import type { Thread } from '../thread/index.ts';

/** What the sidebar's host tells the outside. */
export type State = 'reading' | 'analyzing' | 'done' | 'failed';

/** Why the model does not work on, though there is more to read: the reader paused it, or the device saves power or data. */
export type Hold = 'paused' | 'saving';

/** What the reader has the model do: wait, go on, or read also what is far from view. */
export const ORDERS = ['pause', 'goOn', 'all'] as const;
/** What the reader tells the model to do with a page. */
export type Order = (typeof ORDERS)[number];

/** How far the model is with a thread. */
export interface Work {
  state: State;
  hold: Hold | null;
  /** Comments with a verdict, and all that were found. */
  read: number;
  total: number;
}

/** What the popup shows of the tab it was opened over. */
export interface PageState {
  /** `null` where the page holds no thread that Standpoint knows how to read. */
  platform: string | null;
  title: string;
  state: State;
  failure: string | null;
  work: Work;
  summary: Summary | null;
  /** On how many comments a badge would have words at each certainty that can be asked for; absent while that is not known. */
  labels?: readonly number[];
  /** Whether the reader asked for a page that turned out to be no discussion. */
  refused: boolean;
  /** Whether it was read in a frame, and the page around it is one where the extension does not run. */
  inFrame: boolean;
}

/** What was read in a frame of another site's page, for the page around it. */
export interface FrameState {
  thread: Thread;
  scored: RawAnalysis | null;
  pending: boolean;
  hold: Hold | null;
  failure: string | null;
}
