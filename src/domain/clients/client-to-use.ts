import { LockMode } from '@mikro-orm/postgresql';
import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import { conflict, invalid } from '../../visibility/refusals.js';
import { findReferenced } from '../common/find-referenced.js';
import { Client } from './client.entity.js';

/**
 * The client that an input chooses for a job or a quote, share-locked until commit: a concurrent merge or erasure either
 * waits and then finds the job, or has committed and is refused here. Throws VALIDATION_FAILED.
 */
export async function clientToUse(unit: Unit, id: string, field: string): Promise<Client> {
  const client = await findReferenced(unit, Client, id, field, LockMode.PESSIMISTIC_READ);
  const reason = goneReason(client);
  if (reason) throw invalid(field, reason);
  return client;
}

/** Throws CONFLICT for a client that was merged or erased. */
export function refuseGone(client: Client): void {
  const reason = goneReason(client);
  if (reason) throw conflict(reason);
}

function goneReason({ mergedInto, erasedAt }: Client): string | null {
  if (erasedAt) return 'This client was erased; make a new one.';
  return mergedInto ? 'This client was merged into another one; use that one.' : null;
}
