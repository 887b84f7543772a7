import { is } from 'valibot';
import { MESSAGE_SCHEMAS } from './schemas.ts';
import { onAnyMessage } from './wire.ts';

export { removeAllListeners, sendMessage } from './wire.ts';

/** Hears messages of one kind, until the function that it returns is called. What has not the shape of that kind is refused before anybody acts on it. */
export const onMessage: typeof onAnyMessage = (type, act) =>
  onAnyMessage(type, (message) => {
    if (!is(MESSAGE_SCHEMAS[type], message.data)) throw new Error(`The message “${type}” was not as it must be.`);
    return act(message);
  });
