import type { Health } from '../reading/index.ts';
import type { Corrections, Evidence, RawAnalysis, Stance, TrainingExample } from '../stance/index.ts';
import type { Thread } from '../thread/index.ts';
import type { FrameState, Order, PageState } from './pageState.ts';

// Messages carry work: each is a request with its reply, and has one receiver.

/** What the script that reads threads leaves out until it is needed. */
export const PART_NAMES = ['generic', 'points', 'sidebar'] as const;
/** A part of the script for threads, by its name. */
export type PartName = (typeof PART_NAMES)[number];

/** A part of an analysis. */
export interface AnalysisBatch {
  /** Holds the verdicts that are new or others than before. */
  analysis: RawAnalysis;
  /** Whether what came before is void; else verdicts that are not in it stay as they were. */
  anew: boolean;
  /** Whether it is the last of its analysis; what comes after it belongs to the next, better one. */
  complete: boolean;
  /** The name under which the next batch is to be asked for; `null` where there is none. */
  rest: string | null;
}

/** What a page asks: a thread, what the reader said of it, and what of it they see. */
export interface Asked {
  thread: Thread;
  said: Corrections;
  inView: string[];
  /** No comment is read that stands further from those in view than so many others; `null` where all are. */
  reach: number | null;
}

/** To the background, from a page or from one of our own. */
export interface BackgroundMessages {
  /** Brings the script that reads threads into the page, or the frame, that asks, and with it what reads the pages of one platform, if one is named. */
  bringThread(platform: string | null): void;
  /** Brings a part of that script which is a file of its own. */
  bringPart(name: PartName): void;
  /** Brings what reads the pages of one platform, by its name. */
  bringPlatform(name: string): void;
  /** Analyses of a thread: their first batch, `null` where there is none. */
  analyze(question: Asked): AnalysisBatch | null;
  /** The batch after, once it is there, by the name that came with the one before; `null` where there is none after all. */
  analyzeOn(name: string): AnalysisBatch | null;
  /** Which sentences of a comment speak most for the stance that it was found to take; the thread holds it and what it answers. */
  weigh(question: { thread: Thread; said: Corrections; id: string; stance: Stance }): Evidence[];
  /** Ids of the comments that the reader sees, of the thread that the page asked about last. */
  look(ids: string[]): void;
  /** The page no longer waits for what it asked. */
  leaveOff(): void;
  /** What the reader's own copy of the model is to learn from a correction. */
  learn(example: TrainingExample): void;
  /** Forgets all that was learned. */
  forget(): void;
  /** How the page stands, for the toolbar; `null` where it holds nothing to read. */
  tellToolbar(page: PageState | null): void;
  /** Opens the options in a tab, at the section of that `id`; `diagnosed` is the number of the tab that *What is wrong here* looks at. */
  openOptions(target: { section: string; diagnosed?: number }): void;
  /** Opens the page that shows exported threads. */
  openViewer(): void;
  /** From a frame: passed on to the page around it as `showFrame`. */
  tellPage(state: FrameState): void;
  /** From a page: has its frames tell what they read, or go to a comment. */
  askFrames(asked: { jump: string | null }): void;
  /** From a page: an order of its reader's, for all that is read in its tab. */
  orderTab(order: Order): void;
}

/** To a page, or to what was read in a frame of it: whoever holds the thread answers. */
export interface TabMessages {
  /** How far its thread is read. */
  describe(): PageState;
  /** How well the platform that knows its page still fits it. */
  diagnose(): Health | null;
  /** Its thread, analysis and summary as the text of an export file, and the file's name. `null` while there is nothing to export. */
  export(): { name: string; text: string } | null;
  /** Holds the work up, goes on with it, or reads also what is far from view. */
  order(order: Order): void;
}

/** To a page. */
export interface PageMessages {
  /** What one of its frames read. */
  showFrame(state: FrameState): void;
  /** Opens the sidebar, or folds it where it is open. */
  turnSidebar(): void;
}

/** To a frame. */
export interface FrameMessages {
  /** Tells the page around it once more what was read. */
  tellAgain(): void;
  /** Brings a comment into view. */
  jump(id: string): void;
}

/** Every message, whoever receives it. */
export interface Messages extends BackgroundMessages, TabMessages, PageMessages, FrameMessages {}
