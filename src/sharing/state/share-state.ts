import type { MikroORM } from '@mikro-orm/postgresql';
import type { Lookup } from '../../database/reader/reader.js';
import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import { dayIn } from '../../domain/business/business-day.js';
import { digestOf, type Place, sharedJobDeclaration } from '../../shareable/shareable.js';
import type { Json } from '../../visibility/projection.js';
import type { OwnPageKind } from '../pages/own-page-kind.js';
import { type Candidate, candidatesOf } from './candidates.js';
import { type ClientView, emptyView, keyOf, withItem } from './client-view.js';
import { DETAILS, type Digests } from './digests.js';
import { shareStateStatement } from './share-state-statement.js';

/** State of sharing one job, read by one statement. */
export interface ShareState {
  jobId: string;
  businessId: string;
  portalEnabled: boolean;
  /** Changes of shared items are published without a review, if their kind has `canKeepInSync`. */
  keepInSync: boolean;
  client: { id: string; name: string; email: string | null } | null;
  /** The job has a visit, cancelled or not. */
  scheduled: boolean;
  place: Place;
  prompt: PromptState | null;
  /** The newest publication for the job's current client. */
  publication: {
    id: string;
    version: number;
    view: ClientView;
    itemKeys: string[];
  } | null;
  /** Pages of its quotes and invoices that its client has, while the job is not shared with that client. */
  ownPages: OwnPageState[];
  /** Items that the client sees: in the publication, or before that on pages of their own. Null if there are none. */
  shown: { view: ClientView; itemKeys: string[] } | null;
  /** Fields that are part of every share. */
  details: ClientView;
  candidates: Candidate[];
  /** Digests of the details and of the candidates that can be shared now. */
  offered: Digests;
}

/** Newest publication of the page of one quote or invoice. */
export interface OwnPageState {
  kind: OwnPageKind;
  id: string;
  version: number;
  /** Null if it was withdrawn. */
  view: ClientView | null;
}

/** Times are ISO 8601 text. */
export interface PromptState {
  id: string;
  revision: number;
  waiting: boolean;
  reviewed: Digests;
  raisedAt: string | null;
  changedAt: string;
  raisedById: string | null;
}

/** Reduces a value to the fields of its type that a client may see. */
export type ProjectForClient = (typeName: string, value: unknown) => Json;

/** Lookup of the share state of a job. */
export function shareStateLookup(
  orm: MikroORM,
  project: ProjectForClient,
  clock: () => Date,
): Lookup<ShareState> {
  return {
    sql: shareStateStatement(orm),
    answer: (row) => stateOf(row as never, project, clock()),
  };
}

/** Share state for a change, which has the prompt already and may publish the next version. */
export interface ChangeState extends ShareState {
  prompt: null;
  /** Number of the job's newest version, for any client; 0 if there is none. */
  newestVersion: number;
  /** State after this change has committed, with its prompt and publication. */
  after(result: { prompt: PromptState; publication?: ShareState['publication'] }): ShareState;
}

/** Lookup of the share state of a job, for a change. */
export function changeStateLookup(
  orm: MikroORM,
  project: ProjectForClient,
  clock: () => Date,
): Lookup<ChangeState> {
  return {
    sql: shareStateStatement(orm, 'FOR_CHANGE'),
    answer: (row) => {
      const state = stateOf(row as never, project, clock());
      const newestVersion = row.newestVersion as number;
      const change: ChangeState = { ...state, prompt: null, newestVersion, after };
      return change;

      function after({ prompt, publication }: Parameters<ChangeState['after']>[0]): ShareState {
        const { ownPages } = change;
        if (!publication && ownPages === state.ownPages) return { ...state, prompt };
        // Candidates depend on what the client sees.
        const now = { ...row, prompt, publication: publication ?? state.publication, ownPages };
        return stateOf(now as never, project, clock());
      }
    },
  };
}

/** Share state within the transaction of a change; null if there is no such job. */
export async function readChangeState(
  { sql }: Unit,
  lookup: Lookup<ChangeState>,
  businessId: string,
  jobId: string,
): Promise<ChangeState | null> {
  const [row] = await sql.rows<Record<string, unknown>>(lookup.sql, [businessId, [jobId]]);
  return row ? lookup.answer(row) : null;
}

type StateRow = Record<string, unknown> & {
  id: string;
  status: string;
  clientId: string | null;
  businessId: string;
  portalEnabled: boolean;
  keepInSync: boolean;
  timeZone: string;
  currency: string;
  dateOrder: Place['dateOrder'];
  client: ShareState['client'];
  prompt: PromptState | null;
  publication: ShareState['publication'];
  ownPages: OwnPageState[];
};

function stateOf(row: StateRow, project: ProjectForClient, now: Date): ShareState {
  const today = dayIn(row.timeZone, now);
  const { timeZone, currency, dateOrder } = row;
  const place = { timeZone, currency, dateOrder, today };
  const job = project('Job', row) as ClientView;
  const details = Object.fromEntries(
    ['id', 'number', ...sharedJobDeclaration().details].map((field) => [field, job[field] ?? null]),
  );
  const ownPages = row.publication ? [] : row.ownPages;
  const shown = row.publication ?? shownOnPages(ownPages);
  const candidates = candidatesOf(row, job, {
    place,
    today,
    shownKeys: shown?.itemKeys ?? [],
    shown: shown?.view ?? null,
  });
  return {
    jobId: row.id,
    businessId: row.businessId,
    portalEnabled: row.portalEnabled,
    keepInSync: row.keepInSync,
    client: row.client,
    scheduled: candidates.some(({ kind }) => kind === 'SCHEDULE'),
    place,
    prompt: row.prompt,
    publication: row.publication,
    ownPages,
    shown,
    details,
    candidates,
    offered: offeredDigests(details, candidates),
  };
}

function shownOnPages(pages: OwnPageState[]): ShareState['shown'] {
  const items = pages.flatMap(({ kind, id, view }) =>
    view ? [{ key: keyOf(kind, id), content: view }] : [],
  );
  if (items.length === 0) return null;
  return { view: items.reduce(withItem, emptyView({})), itemKeys: items.map(({ key }) => key) };
}

function offeredDigests(details: ClientView, candidates: Candidate[]): Digests {
  const offered = candidates.filter(({ refusal }) => refusal === null);
  return {
    [DETAILS]: digestOf(details),
    ...Object.fromEntries(offered.map(({ key, digest }) => [key, digest])),
  };
}
