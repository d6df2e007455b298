import { MessageType, parseMessage } from 'graphql-ws';
import { jsonExcess } from './json-bounds.js';

/** What a caller may send; the protocol's other messages come from servers. */
const FROM_CALLERS = new Set<MessageType>([
  MessageType.ConnectionInit,
  MessageType.Ping,
  MessageType.Pong,
  MessageType.Subscribe,
  MessageType.Complete,
]);

/** Characters. An id is repeated in every message about its subscription. */
const MAX_ID_LENGTH = 100;

/** The message of the protocol in a text from a WebSocket; null when it is none, or past a bound. */
export function messageIn(text: string) {
  if (jsonExcess(text)) return null;
  try {
    const message = parseMessage(text);
    if (!FROM_CALLERS.has(message.type)) return null;
    return 'id' in message && message.id.length > MAX_ID_LENGTH ? null : message;
  } catch {
    // It is no JSON, or no message of the protocol.
    return null;
  }
}
