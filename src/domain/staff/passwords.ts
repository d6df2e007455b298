import { hash, verify } from '@node-rs/argon2';
import { Refusal } from '../../visibility/refusals.js';
import { BoundedQueue } from '../limits/bounded-queue.js';

/** A hash takes 19 MiB and some 25 ms of a processor, so few are worked out at once. */
const queue = new BoundedQueue({
  atOnce: 2,
  maxWaiting: 200,
  maxWaitingOfOne: 30,
  refusal: () =>
    new Refusal('RATE_LIMITED', 'Too many people sign in right now; try again in a few seconds.'),
});

/** The hash under which a password is kept. Of one owner only some wait at a time. */
export function hashPassword(owner: string, password: string): Promise<string> {
  return queue.run(owner, () => hash(password));
}

/** Whether a password is the one of a hash. Without a hash the answer is no, and takes as long. */
export function isPassword(
  owner: string,
  password: string,
  passwordHash: string | null | undefined,
): Promise<boolean> {
  return queue.run(owner, async () => {
    const isRight = await verify(passwordHash ?? (await nobodysHash()), password);
    return isRight && Boolean(passwordHash);
  });
}

let nobodys: Promise<string> | undefined;

function nobodysHash(): Promise<string> {
  nobodys ??= hash('nobody has this password');
  return nobodys;
}
