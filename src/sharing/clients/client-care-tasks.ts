import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import type { TaskList } from 'graphile-worker';
import { changeInOneUnit, type Unit } from '../../database/unit-of-work/unit-of-work.js';
import { Client } from '../../domain/clients/client.entity.js';
import { cancelEmails, type Erasure, eraseTexts } from './erase-texts.js';
import { jobsOfClients } from './lock-client-with-jobs.js';
import { moveJobs, moveRest } from './move-to-client.js';

const MOVE = 'move_jobs_of_merged_client';
const ERASE = 'erase_jobs_of_client';
/** Jobs in one transaction: their locks are held for well under a second. */
const JOBS_IN_BATCH = 100;

interface EraseNext {
  erasure: Erasure;
  /** The last job that was done. */
  after: string | null;
}

/** Queues the move of a merged client's jobs, in the transaction of the merge. */
export async function queueMove(unit: Unit, clientId: string): Promise<void> {
  await queue(unit, MOVE, clientId, { clientId });
}

/** Queues the erasure of texts, in the transaction that erases the client. The task holds what is searched for. */
export async function queueErasure(unit: Unit, erasure: Erasure): Promise<void> {
  await cancelEmails(unit, erasure);
  await queueNextErasure(unit, { erasure, after: null });
}

/**
 * Tasks of the job queue for clients with very many jobs. Each does one batch and queues the next in one transaction, so
 * that a crash loses nothing.
 */
export function clientCareTasks(em: EntityManager, clock: () => Date): TaskList {
  const inUnit = (work: (unit: Unit) => Promise<void>) => changeInOneUnit(em, null, clock, work);
  return {
    [MOVE]: async (payload) => {
      const { clientId } = payload as { clientId: string };
      await inUnit((unit) => moveNext(unit, clientId));
    },
    [ERASE]: async (payload) => {
      await inUnit((unit) => eraseNext(unit, payload as EraseNext));
    },
  };
}

async function moveNext(unit: Unit, clientId: string): Promise<void> {
  const jobIds = await jobsOfClients(unit, [clientId], { max: JOBS_IN_BATCH });
  await lockJobs(unit, jobIds);
  // Locked, so that the kept client is not merged into a third one meanwhile.
  const from = await unit.em.findOneOrFail(Client, clientId, {
    populate: ['mergedInto'],
    lockMode: LockMode.PESSIMISTIC_WRITE,
    lockTableAliases: ['c0'],
  });
  const move = { from, to: from.mergedInto as Client };
  if (jobIds.length === 0) return moveRest(unit, move);
  await moveJobs(unit, move, jobIds);
  await queueMove(unit, clientId);
}

async function eraseNext(unit: Unit, { erasure, after }: EraseNext): Promise<void> {
  const { clientIds } = erasure;
  const jobIds = await jobsOfClients(unit, clientIds, { after, max: JOBS_IN_BATCH });
  await lockJobs(unit, jobIds);
  await eraseTexts(unit, erasure, jobIds);
  const last = jobIds.at(-1);
  if (last) await queueNextErasure(unit, { erasure, after: last });
}

async function queueNextErasure(unit: Unit, next: EraseNext): Promise<void> {
  await queue(unit, ERASE, next.erasure.clientIds[0] as string, next);
}

async function queue({ em }: Unit, task: string, clientId: string, payload: object): Promise<void> {
  await em.execute('select graphile_worker.add_job(?, ?::json, job_key => ?)', [
    task,
    JSON.stringify(payload),
    `${task}:${clientId}`,
  ]);
}

async function lockJobs({ sql }: Unit, jobIds: string[]): Promise<void> {
  await sql.rows('select id from jobs where id = any($1::uuid[]) order by id for update', [jobIds]);
}
