import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { PrintedDocument } from '../../documents/printed-document.js';
import { TypesettingThread } from '../../documents/typesetting-thread.js';
import { Refusal } from '../../visibility/refusals.js';
import { BoundedQueue } from '../limits/bounded-queue.js';

/** Rendered documents are kept in memory, since people open the same one again; the same content is the same file. */
const MAX_KEPT_BYTES = 16 * 1024 * 1024;

/** A file is forgotten after this time, so that a person who was erased is not kept in memory. */
const MAX_KEPT_MS = 10 * 60 * 1000;

const kept = new LRUCache<string, Uint8Array>({
  maxSize: MAX_KEPT_BYTES,
  ttl: MAX_KEPT_MS,
  ttlAutopurge: true,
  sizeCalculation: (bytes) => bytes.length,
});

/** Documents of one business that wait for one another. */
const OF_BUSINESS = { maxRunning: 1, maxWaiting: 24, maxWaitingPerOwner: 4, refusal };

/** Each business has one document in this queue at a time, so that they take turns whatever one of them asks for. */
const turns = new BoundedQueue({ maxRunning: 1, maxWaiting: 200, maxWaitingPerOwner: 1, refusal });

const queues = new Map<string, { queue: BoundedQueue; users: number }>();

const thread = new TypesettingThread();

/** For whom a document is rendered. */
interface WaitingPerson {
  businessId: string;
  /** Person who waits for it: nobody can fill the queue of the business alone. Null: a mail, which is never refused. */
  owner: string | null;
}

/** The document as PDF. Throws RATE_LIMITED when too many wait. */
export async function render(
  person: WaitingPerson,
  document: PrintedDocument,
): Promise<Uint8Array> {
  const key = digestOf(document);
  const known = kept.get(key);
  if (known) return known;
  return inTurn(person, async () => {
    // Somebody may have waited for the same one.
    const bytes = kept.get(key) ?? (await thread.typeset(document));
    kept.set(key, bytes);
    return bytes;
  });
}

async function inTurn<T>({ businessId, owner }: WaitingPerson, work: () => Promise<T>): Promise<T> {
  const own = queues.get(businessId) ?? { queue: new BoundedQueue(OF_BUSINESS), users: 0 };
  queues.set(businessId, own);
  own.users += 1;
  try {
    return await own.queue.run(owner, () => turns.run(owner && businessId, work));
  } finally {
    own.users -= 1;
    if (own.users === 0) queues.delete(businessId);
  }
}

function refusal(): Refusal {
  return new Refusal(
    'RATE_LIMITED',
    'Too many documents are waiting; open this one again in a minute.',
  );
}

function digestOf({ logo, ...words }: PrintedDocument): string {
  return createHash('sha256')
    .update(JSON.stringify(words))
    .update(logo ?? '')
    .digest('hex');
}
