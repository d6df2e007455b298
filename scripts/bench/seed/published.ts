import type { MikroORM } from '@mikro-orm/postgresql';
import { CompiledQuery } from 'kysely';
import type { AnyTables } from '../../../src/database/sql/any-tables.js';
import { digestOf } from '../../../src/shareable/shareable.js';
import { viewOf } from '../../../src/sharing/review/selection.js';
import { completed } from '../../../src/sharing/state/client-view.js';
import { type ShareState, shareStateLookup } from '../../../src/sharing/state/share-state.js';
import { projection } from '../../../src/visibility/projection.js';
import type { Contract } from './contract.js';
import { idOf, idSql } from './ids.js';
import type { Size } from './size.js';

/**
 * Publishes every tenth job with everything that can be shared. The view is computed by the product's own code;
 * only the inserts are done for a whole business at once.
 */
export async function publish(
  orm: MikroORM,
  { schema, policy }: Contract,
  size: Size,
  tell: (done: number) => void,
): Promise<void> {
  const project = projection(schema, policy, 'CLIENT');
  const question = shareStateLookup(orm, project, () => new Date());
  const db = orm.em.getKysely() as unknown as AnyTables;
  for (let b = 0; b < size.businesses; b += 1) {
    const ids = publishedOf(b, size).map((g) => idOf('jobs', g));
    const { rows } = await db.executeQuery<Record<string, unknown>>(
      CompiledQuery.raw(question.sql, [idOf('businesses', b), ids]),
    );
    const made = rows.map((row) => publicationOf(question.answer(row), project));
    await db.executeQuery(CompiledQuery.raw(INSERT, [JSON.stringify(made), b, size.businesses]));
    tell(b + 1);
  }
}

/** Returns which jobs of a business are published, by their number among all jobs. */
function publishedOf(b: number, { businesses, jobsEach }: Size): number[] {
  const numbers = Array.from({ length: Math.ceil(jobsEach / 10) }, (_, at) => at * 10 + 1);
  return numbers.map((number) => (number - 1) * businesses + b);
}

function publicationOf(state: ShareState, project: ReturnType<typeof projection>) {
  const selection = state.candidates.filter(({ refusal }) => refusal === null);
  const view = project('Job', completed(viewOf(state, selection)));
  return {
    job_id: state.jobId,
    client_id: state.client?.id,
    number: state.details.number,
    // As text, because the order of its fields matters.
    view: JSON.stringify(view),
    digest: digestOf(view),
    item_keys: selection.map(({ key }) => key),
    offered: state.offered,
  };
}

const INSERT = `
  with made as (
    select m.*, (m.number - 1) * $3::int + $2::int as g, ${idSql('businesses', '$2::int')} as business_id
    from json_to_recordset($1) m(job_id uuid, client_id uuid, number int, view text, digest text, item_keys text[], offered jsonb)),
  links as (
    insert into portal_links (id, business_id, job_id, client_id, token_hash, sent_to, created_at, expires_at)
    select ${idSql('portal_links', 'g')}, business_id, job_id, client_id, encode(sha256(('jgp_bench_' || g)::bytea), 'hex'),
      'client@bench.test', timestamptz '2026-02-01 00:00Z', timestamptz '2099-12-31' from made),
  prompts as (
    insert into share_prompts (id, business_id, job_id, revision, offered, reviewed, reviewed_for_client_id, changed_at)
    select ${idSql('share_prompts', 'g')}, business_id, job_id, 1, offered, offered, client_id, timestamptz '2026-02-01 00:00Z' from made)
  insert into publications (id, business_id, job_id, client_id, version, digest, view, item_keys, reason, published_at)
  select ${idSql('publications', 'g')}, business_id, job_id, client_id, 1, digest, view::json, item_keys, 'SHARED', timestamptz '2026-02-01 00:00Z' from made`;
