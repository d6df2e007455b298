import type { EntityMetadata, MikroORM } from '@mikro-orm/postgresql';
import { type EntityClass, keyOf, listedBy, selectList } from '../../database/sql/rows.js';
import {
  allShareables,
  type RegisteredShareable,
  sharedJobDeclaration,
} from '../../shareable/shareable.js';

const PROMPT = `
      (select row_to_json(x) from (
        select p.id, p.revision, p.waiting, p.reviewed, p.raised_at as "raisedAt", p.changed_at as "changedAt", p.raised_by_id as "raisedById"
        from share_prompts p where p.job_id = j.id) x) as prompt`;

const NEWEST_VERSION = `
      (select coalesce(max(p.version), 0) from publications p where p.job_id = j.id) as "newestVersion"`;

/** Pages of the quotes and invoices of a job that its client has; none once the job is shared. */
const OWN_PAGES = `
      (select coalesce(json_agg(x), '[]') from (
        select distinct on (o.quote_id, o.invoice_id) coalesce(o.quote_id, o.invoice_id) as id,
          case when o.quote_id is null then 'INVOICE' else 'QUOTE' end as kind, o.version, o.view
        from page_publications o
        where o.client_id = j.client_id
          and (o.quote_id in (select q.id from quotes q where q.job_id = j.id)
            or o.invoice_id in (select i.id from invoices i where i.job_id = j.id))
          and not exists (select from publications p where p.job_id = j.id and p.client_id = j.client_id)
        order by o.quote_id, o.invoice_id, o.version desc) x) as "ownPages"`;

/**
 * SQL of the share states of jobs. `$1` is the business ID, `$2` the job IDs. A change has the prompt already, and
 * needs the newest version number instead, to publish the next one.
 */
export function shareStateStatement(orm: MikroORM, purpose?: 'FOR_CHANGE'): string {
  const job = sharedJobDeclaration().record;
  const lists = allShareables().map((noun) => `${rowsOf(orm, noun)} as "${noun.field}"`);
  return `
    select ${selectList(orm.getMetadata().get(job), 'j')},
      b.client_portal_enabled as "portalEnabled", b.time_zone as "timeZone", b.currency,
      b.date_order as "dateOrder",
      (select row_to_json(x) from (select c.id, c.name, c.email) x where c.id is not null) as client,${purpose === 'FOR_CHANGE' ? NEWEST_VERSION : PROMPT},
      (select row_to_json(x) from (
        select p.id, p.version, p.view, p.item_keys as "itemKeys" from publications p
        where p.job_id = j.id and p.client_id = j.client_id order by p.version desc limit 1) x) as publication,${OWN_PAGES},
      ${lists.join(',\n      ')}
    from jobs j
    join businesses b on b.id = j.business_id
    left join clients c on c.id = j.client_id
    where j.business_id = $1 and j.id = any($2)`;
}

function rowsOf(orm: MikroORM, noun: RegisteredShareable): string {
  return asList(orm, noun.record, 's', 's.job_id = j.id', rowColumns(orm, noun));
}

/** Select list of a row `s` of a noun with its parts, as in the list of its job. */
export function rowColumns(orm: MikroORM, { record, parts = {} }: RegisteredShareable): string {
  const columns = [
    ownColumns(orm.getMetadata().get(record), 's', 'job'),
    ...Object.entries(parts).map(([name, { record: part, by, where }]) => {
      const meta = orm.getMetadata().get(part());
      const parent = meta.properties[by as never] as { fieldNames: string[] };
      const condition = `t.${parent.fieldNames[0]} = s.id${where ? ` and ${where('t')}` : ''}`;
      return `${asList(orm, part(), 't', condition, ownColumns(meta, 't', by))} as "${name}"`;
    }),
  ];
  return columns.join(', ');
}

/** Columns of a row without its business and its parent, which are the same for all rows. */
function ownColumns(meta: EntityMetadata, alias: string, belongsTo: string): string {
  const parent = keyOf(meta, belongsTo);
  return selectList(meta, alias, ({ name }) => name !== 'businessId' && name !== parent);
}

function asList(
  orm: MikroORM,
  entity: EntityClass,
  alias: string,
  where: string,
  columns: string,
): string {
  const meta = orm.getMetadata().get(entity);
  const order = listedBy(entity, meta, alias);
  return (
    `(select coalesce(json_agg(x), '[]') from (select ${columns} ` +
    `from ${meta.tableName} ${alias} where ${where} order by ${order}) x)`
  );
}
