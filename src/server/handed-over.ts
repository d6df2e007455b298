import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import type { Arrival } from './principals.js';

/** What the fast lane has already done for a request that it hands over. */
export interface HandedOver {
  /** The body, which it has read. */
  body: string;
  /** Who it is, where that was found out. */
  arrival?: Arrival;
  /** Its compiled code has met an error. */
  isTroubled?: true;
}

const handedOver = new WeakMap<IncomingMessage, HandedOver>();

export function handOver(request: IncomingMessage, what: HandedOver): void {
  handedOver.set(request, what);
}

export function whatWasHandedOver(request: IncomingMessage): HandedOver | undefined {
  return handedOver.get(request);
}

/** The body once more, for whoever reads it next. */
export function bodyAgain(request: IncomingMessage): Readable | undefined {
  const body = handedOver.get(request)?.body;
  return body === undefined ? undefined : Readable.from([Buffer.from(body)]);
}
