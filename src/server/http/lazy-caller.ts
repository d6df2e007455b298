import type { IncomingMessage } from 'node:http';
import { v7 } from 'uuid';
import type { Caller } from '../graphql/context.js';

/** Computes address and request id when they are used, as few operations do. */
export class LazyCaller implements Caller {
  #id: string | undefined;

  constructor(
    private readonly request: IncomingMessage,
    private readonly addressOf: (request: IncomingMessage) => string,
  ) {}

  get id(): string {
    this.#id ??= v7();
    return this.#id;
  }

  get ip(): string {
    return this.addressOf(this.request);
  }
}
