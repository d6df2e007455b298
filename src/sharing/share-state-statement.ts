import type { MikroORM } from '@mikro-orm/postgresql';
import { listedBy, type RecordClass, selectList } from '../database/rows.js';
import { allShareables, type RegisteredShareable, theSharedJob } from './shareable.js';

/** One statement for all that sharing must know of a job: `$1` the business, `$2` the ids of the jobs. */
export function shareStateStatement(orm: MikroORM): string {
  const job = theSharedJob().record;
  const lists = allShareables().map((each) => `${rowsOf(orm, each)} as "${each.field}"`);
  return `
    select ${selectList(orm.getMetadata().get(job), 'j')},
      b.client_portal_enabled as "portalEnabled", b.time_zone as "timeZone", b.currency,
      (select row_to_json(x) from (select c.id, c.name, c.email) x where c.id is not null) as client,
      (select row_to_json(x) from (
        select p.id, p.revision, p.waiting, p.reviewed, p.raised_at as "raisedAt", p.changed_at as "changedAt", p.raised_by_id as "raisedById"
        from share_prompts p where p.job_id = j.id) x) as prompt,
      (select row_to_json(x) from (
        select p.id, p.version, p.view, p.item_keys as "itemKeys" from publications p
        where p.job_id = j.id and p.client_id = j.client_id order by p.version desc limit 1) x) as publication,
      ${lists.join(',\n      ')}
    from jobs j
    join businesses b on b.id = j.business_id
    left join clients c on c.id = j.client_id
    where j.business_id = $1 and j.id = any($2)`;
}

function rowsOf(orm: MikroORM, { record, parts = {} }: RegisteredShareable): string {
  const columns = [
    selectList(orm.getMetadata().get(record), 's'),
    ...Object.entries(parts).map(([name, { record: part, by, where }]) => {
      const meta = orm.getMetadata().get(part());
      const parent = meta.properties[by as never] as { fieldNames: string[] };
      const condition = `t.${parent.fieldNames[0]} = s.id${where ? ` and ${where('t')}` : ''}`;
      return `${asList(orm, part(), 't', condition)} as "${name}"`;
    }),
  ];
  return asList(orm, record, 's', 's.job_id = j.id', columns.join(', '));
}

function asList(
  orm: MikroORM,
  record: RecordClass,
  alias: string,
  where: string,
  columns?: string,
): string {
  const meta = orm.getMetadata().get(record);
  const order = listedBy(record, meta, alias);
  return (
    `(select coalesce(json_agg(x), '[]') from (select ${columns ?? selectList(meta, alias)} ` +
    `from ${meta.tableName} ${alias} where ${where} order by ${order}) x)`
  );
}
