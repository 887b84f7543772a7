import { defineExtensionMessaging } from '@webext-core/messaging';
import { is } from 'valibot';
import type { Messages } from './messages.ts';
import { MESSAGE_SCHEMAS } from './schemas.ts';

const messaging = defineExtensionMessaging<Messages>();
export const { sendMessage, removeAllListeners } = messaging;

/** Hears messages of one kind, until the function that it returns is called. What has not the shape of that kind is refused before anybody acts on it. */
export const onMessage: typeof messaging.onMessage = (type, act) =>
  messaging.onMessage(type, (message) => {
    if (!is(MESSAGE_SCHEMAS[type], message.data)) throw new Error(`The message “${type}” was not as it must be.`);
    return act(message);
  });
