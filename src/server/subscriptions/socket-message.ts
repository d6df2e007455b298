import { MessageType, parseMessage } from 'graphql-ws';
import { jsonExcess } from '../http/json-bounds.js';

/** Message types that a client may send. */
const CLIENT_MESSAGES = new Set<MessageType>([
  MessageType.ConnectionInit,
  MessageType.Ping,
  MessageType.Pong,
  MessageType.Subscribe,
  MessageType.Complete,
]);

/** In characters. An id is repeated in every message of its subscription. */
const MAX_ID_LENGTH = 100;

/** Parses a protocol message; returns null if it is invalid or past a bound. */
export function parseSocketMessage(text: string) {
  if (jsonExcess(text)) return null;
  try {
    const message = parseMessage(text);
    if (!CLIENT_MESSAGES.has(message.type)) return null;
    return 'id' in message && message.id.length > MAX_ID_LENGTH ? null : message;
  } catch {
    // Not JSON, or not a message of the protocol.
    return null;
  }
}
