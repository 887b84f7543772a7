import { defineExtensionMessaging } from '@webext-core/messaging';
import type { Said } from './corrections.ts';
import type { Teaching } from './lesson.ts';
import type { State } from './session.ts';
import type { Analysis } from './stance/verdict.ts';
import type { Summary } from './summary.ts';
import type { Thread } from './thread.ts';

/** What the popup shows of the tab it was opened over. */
export interface PageState {
  /** `null` where the page holds no thread that Standpoint knows how to read. */
  platform: string | null;
  title: string;
  state: State;
  failure: string | null;
  summary: Summary | null;
  /** Whether the reader asked for a page that turned out to be no discussion. */
  refused: boolean;
  /** Whether it was read in a frame, and the page around it is one where the extension does not run. */
  inFrame: boolean;
}

/** What was read in a frame of another site's page, for the page around it. */
export interface FrameState {
  thread: Thread;
  scored: Analysis | null;
  pending: boolean;
  failure: string | null;
}

/** Messages carry work: each is a request with its reply. */
export interface Messages {
  /** To the background: a verdict for every comment of a thread, given what the reader said of it. */
  analyze(question: { thread: Thread; said: Said }): Analysis;
  /** To the background: what the reader's own copy of the model is to learn from a correction. */
  learn(teaching: Teaching): void;
  /** To the background: forgets all that was learned. */
  forget(): void;
  /** To the background: opens the options in a tab, at one of their sections. */
  openOptions(section: string): void;
  /** To the background, from a frame: passed on to the page around it as `showFrame`. */
  tellPage(state: FrameState): void;
  /** To the background, from a page: has its frames tell what they read, or go to a comment. */
  askFrames(asked: { jump: string | null }): void;
  /** To a page: what one of its frames read. */
  showFrame(state: FrameState): void;
  /** To a frame: tells the page around it once more what was read. */
  tellAgain(): void;
  /** To a frame: brings a comment into view. */
  jump(id: string): void;
  /** To a tab: how far its thread is read. */
  describe(): PageState;
  /** To a tab: reads its page though no platform knows it. */
  readAnyway(): void;
  /** To a tab: its thread, analysis and summary as the text of an export file, and the file's name. `null` while there is nothing to export. */
  export(): { name: string; text: string } | null;
}

export const { sendMessage, onMessage, removeAllListeners } = defineExtensionMessaging<Messages>();
