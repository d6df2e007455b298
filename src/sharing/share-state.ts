import type { MikroORM } from '@mikro-orm/postgresql';
import { CompiledQuery } from 'kysely';
import type { AnyTables } from '../database/any-tables.js';
import type { Lookup } from '../database/reader.js';
import { dayIn } from '../domain/business/business-day.js';
import type { Json } from '../visibility/projection.js';
import { type Candidate, candidatesOf } from './candidates.js';
import type { ClientView } from './client-view.js';
import { DETAILS, type Digests } from './digests.js';
import { shareStateStatement } from './share-state-statement.js';
import { digestOf, type Place, theSharedJob } from './shareable.js';

/** Everything about sharing one job, read by one statement. */
export interface ShareState {
  jobId: string;
  businessId: string;
  portalEnabled: boolean;
  /** Somebody who may share chose that what is shown follows by itself, where its noun allows that. */
  keepInSync: boolean;
  client: { id: string; name: string; email: string | null } | null;
  /** The first visit has been on the calendar, even if it was cancelled since. */
  scheduled: boolean;
  place: Place;
  prompt: PromptState | null;
  /** The newest publication made for the job's present client. */
  publication: {
    id: string;
    version: number;
    view: ClientView;
    itemKeys: string[];
  } | null;
  details: ClientView;
  candidates: Candidate[];
  /** Digests of everything that may be offered now. */
  offered: Digests;
}

export interface PromptState {
  id: string;
  revision: number;
  waiting: boolean;
  reviewed: Digests;
  raisedAt: string | null;
  changedAt: string;
  raisedById: string | null;
}

/** Cuts a value down to what a client may see of its type. */
export type ProjectForClient = (typeName: string, value: unknown) => Json;

/** The question that answers a job's share state; ask it of a reader, or of a transaction. */
export function shareStateQuestion(
  orm: MikroORM,
  project: ProjectForClient,
  clock: () => Date,
): Lookup<ShareState> {
  return {
    sql: shareStateStatement(orm),
    answer: (row) => stateOf(row as never, project, clock()),
  };
}

/** The state as this transaction sees it. */
export async function readShareState(
  db: AnyTables,
  question: Lookup<ShareState>,
  businessId: string,
  jobId: string,
): Promise<ShareState | null> {
  const { rows } = await db.executeQuery<Record<string, unknown>>(
    CompiledQuery.raw(question.sql, [businessId, [jobId]]),
  );
  return rows[0] ? question.answer(rows[0]) : null;
}

type Raw = Record<string, unknown> & {
  id: string;
  status: string;
  clientId: string | null;
  businessId: string;
  portalEnabled: boolean;
  keepInSync: boolean;
  timeZone: string;
  currency: string;
  client: ShareState['client'];
  prompt: PromptState | null;
  publication: ShareState['publication'];
};

function stateOf(raw: Raw, project: ProjectForClient, now: Date): ShareState {
  const today = dayIn(raw.timeZone, now);
  const place = { timeZone: raw.timeZone, currency: raw.currency, today };
  const job = project('Job', raw) as ClientView;
  const details = Object.fromEntries(
    ['id', 'number', ...theSharedJob().details].map((field) => [field, job[field] ?? null]),
  );
  const candidates = candidatesOf(raw, job, {
    place,
    today,
    shownKeys: raw.publication?.itemKeys ?? [],
    shown: raw.publication?.view ?? null,
  });
  return {
    jobId: raw.id,
    businessId: raw.businessId,
    portalEnabled: raw.portalEnabled,
    keepInSync: raw.keepInSync,
    client: raw.client,
    scheduled: candidates.some(({ kind }) => kind === 'SCHEDULE'),
    place,
    prompt: raw.prompt,
    publication: raw.publication,
    details,
    candidates,
    offered: offeredDigests(details, candidates),
  };
}

function offeredDigests(details: ClientView, candidates: Candidate[]): Digests {
  const offered = candidates.filter(({ refusal }) => refusal === null);
  return {
    [DETAILS]: digestOf(details),
    ...Object.fromEntries(offered.map(({ key, content }) => [key, digestOf(content)])),
  };
}
