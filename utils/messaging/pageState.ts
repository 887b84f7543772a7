import type { RawAnalysis } from '../stance/index.ts';
import type { Summary } from '../summary/index.ts';
import type { Thread } from '../thread/index.ts';

/** What the sidebar's host tells the outside. */
export type State = 'reading' | 'analyzing' | 'done' | 'failed';

/** What the popup shows of the tab it was opened over. */
export interface PageState {
  /** `null` where the page holds no thread that Standpoint knows how to read. */
  platform: string | null;
  title: string;
  state: State;
  failure: string | null;
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
  failure: string | null;
}
