import { v7 } from 'uuid';
import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import { Client } from '../../domain/clients/client.entity.js';
import { ClientMerge } from '../../domain/clients/client-merge.entity.js';
import { refuseGone } from '../../domain/clients/client-to-use.js';
import { staffOf } from '../../domain/jobs/lock-job.js';
import { takeOverReminders } from '../../domain/reminders/take-over-reminders.js';
import { StaffMember } from '../../domain/staff/staff-member.entity.js';
import { invalid } from '../../visibility/refusals.js';
import { queueMove } from './client-care-tasks.js';
import { lockClientWithJobs } from './lock-client-with-jobs.js';
import { moveJobs, moveRest, revokeOtherLinks } from './move-to-client.js';

/** Input of `mergeClients`. */
export interface ClientsToMerge {
  keepId: string;
  mergeId: string;
}

/**
 * Merges a client into another: its jobs, quotes, invoices, messages, enquiries and publications move, and what the kept
 * client does not have (an address, a number) is taken over. Links that were sent to the address that stays keep
 * working, the others are revoked. Merging twice is the same as once. Throws NOT_FOUND, VALIDATION_FAILED, CONFLICT.
 *
 * With very many jobs the merge is decided here (links, details, no more use of the merged client), and the worker moves
 * the jobs in batches (`client-care-tasks.ts`); each job moves as a whole.
 *
 * Locks as every write does: jobs, clients, links, prompts.
 */
export async function mergeClients(unit: Unit, input: ClientsToMerge) {
  const { keepId, mergeId } = input;
  if (keepId === mergeId) throw invalid('mergeId', 'Choose another client to merge into this one.');
  const { clients, jobIds } = await lockClientWithJobs(unit, [mergeId, keepId]);
  const [merged, keep] = clients as [Client, Client];
  // Done before, by this call or another.
  if (merged.mergedInto?.id === keep.id) return { client: keep, revokedPortalLinks: 0 };
  for (const client of clients) refuseGone(client);

  takeOver(keep, merged);
  const move = { from: merged, to: keep };
  const revokedPortalLinks = await revokeOtherLinks(unit, move);
  await takeOverReminders(unit, merged, keep);
  if (jobIds) {
    await moveJobs(unit, move, jobIds);
    await moveRest(unit, move);
  } else await queueMove(unit, merged.id);
  await leaveBehind(unit, merged, keep);
  record(unit, merged, keep);
  return { client: keep, revokedPortalLinks };
}

/** The kept client's own details win. */
function takeOver(keep: Client, merged: Client): void {
  keep.email ??= merged.email;
  keep.phone ??= merged.phone;
  keep.contactName ??= merged.contactName;
  keep.address ??= merged.address;
  keep.language ??= merged.language;
  keep.notes = [keep.notes, merged.notes].filter(Boolean).join('\n\n') || null;
}

async function leaveBehind({ em, now }: Unit, merged: Client, keep: Client): Promise<void> {
  const before = await em.find(Client, { mergedInto: merged.id });
  for (const client of [merged, ...before]) {
    client.mergedInto = keep;
    client.archive(now);
  }
}

function record(unit: Unit, merged: Client, keep: Client): void {
  unit.em.create(
    ClientMerge,
    {
      id: v7(),
      businessId: keep.businessId,
      keptClient: keep,
      mergedClient: merged,
      mergedAt: unit.now,
      mergedBy: unit.em.getReference(StaffMember, staffOf(unit).staffId),
    },
    { partial: true },
  );
}
