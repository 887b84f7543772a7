import { defineExtensionMessaging } from '@webext-core/messaging';
import { is } from 'valibot';
import type { Said } from '../reader/corrections.ts';
import type { Teaching } from '../reader/teach.ts';
import type { Health } from '../reading/health.ts';
import type { State } from '../session/session.ts';
import type { Analysis } from '../stance/verdict.ts';
import type { Summary } from '../summary/summarize.ts';
import type { Thread } from '../thread/thread.ts';
import type { Portion } from './analysisBatches.ts';
import { SHAPES } from './schemas.ts';

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
  /** To the background: brings the script that reads threads into the page, or the frame, that asks. */
  bringThread(): void;
  /** To the background: a verdict for every comment of a thread, given what the reader said of it; the first of them, if they are many. */
  analyze(question: { thread: Thread; said: Said }): Portion;
  /** To the background: further verdicts of an analysis, by the name that came with those before. */
  analyzeOn(name: string): Portion;
  /** To the background: what the reader's own copy of the model is to learn from a correction. */
  learn(teaching: Teaching): void;
  /** To the background: forgets all that was learned. */
  forget(): void;
  /** To the background: how the page stands, for the toolbar; `null` where it holds nothing to read. */
  tellToolbar(page: PageState | null): void;
  /** To the background: opens the options in a tab, at one of their sections; `diagnosis-12` diagnoses tab 12. */
  openOptions(section: string): void;
  /** To the background: opens the page that shows exported threads. */
  openViewer(): void;
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
  /** To a tab: how well the platform that knows its page still fits it. */
  diagnose(): Health | null;
  /** To a tab: its thread, analysis and summary as the text of an export file, and the file's name. `null` while there is nothing to export. */
  export(): { name: string; text: string } | null;
}

const messaging = defineExtensionMessaging<Messages>();
export const { sendMessage, removeAllListeners } = messaging;

/** Hears messages of one kind, until the function that it returns is called. What has not the shape of that kind is refused before anybody acts on it. */
export const onMessage: typeof messaging.onMessage = (type, act) =>
  messaging.onMessage(type, (message) => {
    if (!is(SHAPES[type], message.data)) throw new Error(`The message “${type}” was not as it must be.`);
    return act(message);
  });
