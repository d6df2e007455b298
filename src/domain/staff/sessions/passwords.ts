import { hash, verify } from '@node-rs/argon2';
import { Refusal } from '../../../visibility/refusals.js';
import { BoundedQueue } from '../../limits/bounded-queue.js';

/** A hash takes 19 MiB and about 25 ms of CPU, so concurrency is bounded. */
const queue = new BoundedQueue({
  maxRunning: 2,
  maxWaiting: 200,
  maxWaitingPerOwner: 30,
  refusal: () =>
    new Refusal('RATE_LIMITED', 'Too many people sign in right now; try again in a few seconds.'),
});

/** The argon2 hash of a password. Throws RATE_LIMITED when the queue, or the owner's share of it, is full. */
export function hashPassword(owner: string, password: string): Promise<string> {
  return queue.run(owner, () => hash(password));
}

/** Whether a password matches a hash. Without a hash: false after the same time, so accounts cannot be probed. */
export function isPassword(
  owner: string,
  password: string,
  passwordHash: string | null | undefined,
): Promise<boolean> {
  return queue.run(owner, async () => {
    const isRight = await verify(passwordHash ?? (await dummyHash()), password);
    return isRight && Boolean(passwordHash);
  });
}

let dummy: Promise<string> | undefined;

function dummyHash(): Promise<string> {
  dummy ??= hash('dummy password');
  return dummy;
}
