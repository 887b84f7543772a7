import { askAnalysis, type Order, onMessage, sendMessage } from '../messaging/index.ts';
import { followInView, savesEnergy } from '../page/index.ts';
import { correctionsOf } from '../reader/index.ts';
import { type Following, follow } from './follow.ts';
import type { Session } from './session.ts';

/** What follows a page, and takes its reader's orders about the work of the model. */
export interface ReadingAlong extends Following {
  order(order: Order): void;
}

/**
 * Follows the page with the model in the background, which is told what the reader sees, until `signal` is aborted. `session.hold` and
 * `session.wantsAll` are written here, by the popup's orders and the sidebar's; on a device that saves power or data nothing is read before one.
 */
export function readAlong(session: Session, document: Document, signal: AbortSignal): ReadingAlong {
  let inView: string[] = [];
  const saving = savesEnergy().then((saves) => {
    if (saves) session.hold.value = 'saving';
  });
  const following = follow(session, document, signal, async function* (thread, until, reach) {
    await saving;
    // The browser copies all of a thread at once to send it: not in the task in which it was read.
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (!until.aborted) yield* askAnalysis({ thread, said: correctionsOf(thread), inView, reach }, until);
  });
  followInView(session.reading, signal, (ids) => {
    inView = ids;
    sendMessage('look', ids).catch(() => {});
    following.look(ids);
  });
  const order = (given: Order) => {
    if (given === 'all') session.wantsAll.value = true;
    session.hold.value = given === 'pause' ? 'paused' : null;
    if (given === 'all') following.askAll();
  };
  signal.addEventListener(
    'abort',
    onMessage('order', ({ data }) => order(data)),
  );
  return { ...following, order };
}
