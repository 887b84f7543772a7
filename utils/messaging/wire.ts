import { defineExtensionMessaging } from '@webext-core/messaging';
import type { Messages } from './messages.ts';

const messaging = defineExtensionMessaging<Messages>();
/** The messaging of `messages.ts`. `onAnyMessage` does not look at the shape of what comes: `onMessage` of `channel.ts` does. */
export const { sendMessage, removeAllListeners, onMessage: onAnyMessage } = messaging;

/**
 * Calls back whenever a message of a kind comes, until the function that it returns is called. What it holds is neither looked at nor handed
 * on: for scripts that run on every page of a forum and must not carry what a message's shape is told by.
 */
export function onSignal(type: keyof Messages, act: () => void): () => void {
  return onAnyMessage(type, () => act() as never);
}
