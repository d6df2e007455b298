import type { EntityClass, EntityMetadata } from '@mikro-orm/postgresql';
import { columnsOf } from '../../database/sql/rows.js';
import { type ActorRow, actorQuery, allowActor } from '../../database/unit-of-work/actor-check.js';
import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import { Job } from './job.entity.js';

/**
 * Holds a job until the commit; null when it is not there. The same statement asks whether the member of staff may
 * still change anything, and holds that too: PostgreSQL has the job's lock before it looks at the actor. With the
 * portal, it first holds the business, so that nobody switches its portal meanwhile.
 */
export async function lockJobRow(
  unit: Unit,
  businessId: string,
  id: string,
  portal?: 'WITH_PORTAL',
): Promise<Job | null> {
  const lock = (actor: string) => `
    with ${portal ? 'portal as materialized (select id from businesses where id = $1 for share),' : ''}
    held as materialized (
      select ${columns(metaOf(unit, Job), 'j')} from ${portal ? 'portal cross join ' : ''}jobs j
      where j.business_id = $1 and j.id = $2 for update of j), ${actor}
    select held.*, actor.* from held left join actor on true`;
  const [row] = await locked(unit, `lock job ${portal ?? ''}`, [businessId, id], lock);
  return row ? asHeld(unit, row) : null;
}

/**
 * The job that a part belongs to: held, when nobody else holds it. Null when there is no such part. Not to wait
 * here keeps a flood of changes of one job from holding connections; the caller waits for its turn instead.
 */
export async function lockJobRowOfPart(
  unit: Unit,
  record: EntityClass<object>,
  businessId: string,
  partId: string,
): Promise<{ jobId: string; job: Job | null } | null> {
  const { tableName } = metaOf(unit, record);
  const lock = (actor: string) => `
    with part as materialized (
      select t.job_id from ${tableName} t where t.business_id = $1 and t.id = $2 and t.job_id is not null),
    held as materialized (
      select ${columns(metaOf(unit, Job), 'j')} from jobs j where j.business_id = $1 and j.id = (select job_id from part)
      for update skip locked), ${actor}
    select part.job_id as "partJobId", held.*, actor.* from part left join held on true left join actor on true`;
  const values = [businessId, partId];
  const [row] = await locked<{ partJobId: string }>(unit, `lock job of ${tableName}`, values, lock);
  if (!row) return null;
  const { partJobId: jobId, ...job } = row;
  return { jobId, job: job.id === null ? null : asHeld(unit, job) };
}

/** A part as it is while its job is held; null when it is gone. */
export async function readPart<E extends object>(
  unit: Unit,
  record: EntityClass<E>,
  { id, businessId, jobId }: { id: string; businessId: string; jobId: string },
): Promise<E | null> {
  const meta = metaOf(unit, record);
  const text = textOf(
    `part of ${meta.tableName}`,
    () =>
      `select ${columns(meta, 't')} from ${meta.tableName} t where t.business_id = $1 and t.id = $2 and t.job_id = $3`,
  );
  const [row] = await unit.sql.rows<Row>(text, [businessId, id, jobId]);
  if (!row) return null;
  const part = unit.em.map(record, row as never);
  unit.known.hold(part);
  return part;
}

type Row = Record<string, unknown>;

async function locked<R extends object>(
  unit: Unit,
  name: string,
  values: string[],
  statement: (actor: string) => string,
): Promise<(Row & ActorRow & R)[]> {
  const actor = actorQuery(unit, 'held', values.length + 1);
  const text = textOf(`${name} as ${actor.kind}`, () => statement(actor.text));
  return unit.sql.rows(text, [...values, ...actor.values]);
}

/** A text is put together once. */
const texts = new Map<string, string>();

function textOf(name: string, write: () => string): string {
  const text = texts.get(name) ?? write();
  texts.set(name, text);
  return text;
}

function asHeld(unit: Unit, { actorRole, xid, beganAt, ...row }: Row & ActorRow): Job {
  allowActor(unit, { actorRole, xid, beganAt });
  const job = unit.em.map(Job, row as never);
  unit.known.hold(job);
  return job;
}

function columns(meta: EntityMetadata, alias: string): string {
  return columnsOf(meta)
    .map(({ column }) => `${alias}.${column}`)
    .join(', ');
}

function metaOf(unit: Unit, record: EntityClass<object>): EntityMetadata {
  return unit.em.getMetadata().get(record as never) as EntityMetadata;
}
