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
  /** To a tab: how far its thread is read. */
  describe(): PageState;
  /** To a tab: reads its page though no platform knows it. */
  readAnyway(): void;
  /** To a tab: its thread, analysis and summary as the text of an export file, and the file's name. `null` while there is nothing to export. */
  export(): { name: string; text: string } | null;
}

export const { sendMessage, onMessage, removeAllListeners } = defineExtensionMessaging<Messages>();
