import { Migration } from '@mikro-orm/migrations';

/**
 * Search entries: for each client, job, quote and invoice one row with the text by which it is found. Triggers keep
 * them, so nothing that writes can forget it. Uses only what every PostgreSQL has; the trigram index, which makes it
 * fast, needs extensions and is created at start (`src/database/search/search-index.ts`).
 *
 * Every statement is a transaction of its own and can be repeated, so no two tables are locked at once.
 */
export class Search extends Migration {
  override isTransactional(): boolean {
    return false;
  }

  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

/**
 * Text without accents and case. Letters that have no accent to take off are replaced one by one. PostgreSQL's own
 * Unicode collation, where there is one, folds the case of all letters, whatever the locale of the database.
 */
const FOLD = `
do $do$
declare
  plain text := case when current_setting('server_encoding') = 'UTF8'
    then $e$regexp_replace(normalize(value, NFKD), '[\\u0300-\\u036f''\`\\u2018\\u2019]', '', 'g')$e$
    else $e$replace(value, '''', '')$e$ end;
  found text := (select quote_ident(collname) from pg_collation
    where collname in ('pg_c_utf8', 'und-x-icu') and collnamespace = 'pg_catalog'::regnamespace
      and current_setting('server_encoding') = 'UTF8'
    order by collname limit 1);
begin
  execute format($f$
    create or replace function search_fold(value text) returns text
    language sql immutable parallel safe
    return lower(regexp_replace(
      replace(replace(replace(replace(replace(replace(replace(
        translate(%s, 'øØłŁđĐıðÐħĦ', 'oOlLdDidDhH'),
        'ß', 'ss'), 'æ', 'ae'), 'Æ', 'ae'), 'œ', 'oe'), 'Œ', 'oe'), 'þ', 'th'), 'Þ', 'th'),
      '\\s+', ' ', 'g') collate %s)
  $f$, plain, coalesce('pg_catalog.' || found, 'pg_catalog."default"'));
end
$do$`;

/** The entries of rows as they are now: a text is folded, with a space before each word. No view, which is no table. */
const DOCUMENTS = `
create or replace function search_documents(ids uuid[])
returns table (id uuid, business_id uuid, kind text, text text) language sql stable as $$
select c.id, c.business_id, 'clients' as kind,
  ' ' || search_fold(concat_ws(' ', c.name, c.contact_name, c.email, ltrim(c.phone, '+'), c.address)) as text
from clients c where c.id = any(ids) and c.merged_into_id is null
union all
select j.id, j.business_id, 'jobs',
  ' ' || search_fold(concat_ws(' ', j.number, j.title, j.site_address, c.name, c.contact_name, c.email,
    ltrim(c.phone, '+'), c.address))
from jobs j left join clients c on c.id = j.client_id where j.id = any(ids)
union all
select q.id, q.business_id, 'quotes',
  ' ' || search_fold(concat_ws(' ', q.number, q.title, j.site_address, c.name, c.contact_name, c.email,
    ltrim(c.phone, '+'), c.address))
from quotes q left join jobs j on j.id = q.job_id left join clients c on c.id = q.client_id
where q.id = any(ids)
union all
select i.id, i.business_id, 'invoices',
  ' ' || search_fold(concat_ws(' ', i.number, i.title, j.site_address, c.name, c.contact_name, c.email,
    ltrim(c.phone, '+'), c.address))
from invoices i join jobs j on j.id = i.job_id left join clients c on c.id = coalesce(i.client_id, j.client_id)
where i.id = any(ids)
$$`;

const REFRESH = `
create or replace function refresh_search_entries(ids uuid[]) returns void language plpgsql as $$
begin
  -- In a fixed order, so that two changes of several rows cannot deadlock.
  insert into search_entries (id, business_id, kind, text)
  select d.id, d.business_id, d.kind, d.text from search_documents(ids) d order by d.id
  on conflict (id) do update set text = excluded.text where search_entries.text <> excluded.text;
end
$$`;

/**
 * Trigger functions. The rows whose columns a text contains are share-locked first: a change of a client waits for a
 * new job of that client and then finds it, or the job waits and then reads the changed client.
 */
const TRIGGERS: Record<string, { columns: string; body: string }> = {
  clients: {
    columns: 'name, contact_name, email, phone, address, merged_into_id',
    body: `
      perform refresh_search_entries(array[new.id]
        || array(select id from jobs where business_id = new.business_id and client_id = new.id)
        || array(select id from quotes where business_id = new.business_id and client_id = new.id)
        || array(select id from invoices where business_id = new.business_id and client_id = new.id)
        || array(select i.id from jobs j join invoices i on i.job_id = j.id
          where j.business_id = new.business_id and j.client_id = new.id and i.client_id is null));
      if new.merged_into_id is not null then delete from search_entries where id = new.id; end if;`,
  },
  jobs: {
    columns: 'number, title, site_address, client_id',
    body: `
      perform from clients where id = new.client_id for share;
      perform refresh_search_entries(array[new.id]
        || array(select id from quotes where job_id = new.id)
        || array(select id from invoices where job_id = new.id));`,
  },
  quotes: {
    columns: 'number, title, client_id, job_id',
    body: `
      perform from jobs where id = new.job_id for share;
      perform from clients where id = new.client_id for share;
      perform refresh_search_entries(array[new.id]);`,
  },
  invoices: {
    columns: 'number, title, client_id, job_id',
    body: `
      perform from jobs where id = new.job_id for share;
      perform from clients where id = coalesce(new.client_id, (select client_id from jobs where id = new.job_id)) for share;
      perform refresh_search_entries(array[new.id]);`,
  },
};

/** A statement that gives up after five seconds without its lock, so that it never holds up a queue of readers. */
const briefly = (statement: string) => `
  do $briefly$
  begin
    set local lock_timeout = '5s';
    ${statement};
  end
  $briefly$`;

const STATEMENTS = [
  FOLD,
  `create or replace function search_pattern(word text) returns text
    language sql immutable parallel safe
    return replace(replace(replace(search_fold(word), '\\', '\\\\'), '%', '\\%'), '_', '\\_')`,
  DOCUMENTS,
  `create table if not exists search_entries (
    id uuid primary key,
    business_id uuid not null references businesses,
    kind text not null,
    text text not null,
    unique (business_id, kind, id)
  )`,
  REFRESH,
  ...Object.entries(TRIGGERS).flatMap(([table, { columns, body }]) => [
    `create or replace function ${table}_search_entry() returns trigger language plpgsql as $$
     begin ${body}
       return null;
     end
     $$`,
    briefly(`create or replace trigger search_entry after insert or update of ${columns} on ${table}
     for each row execute function ${table}_search_entry()`),
    `create or replace function ${table}_search_entry_gone() returns trigger language plpgsql as $$
     begin
       delete from search_entries where id = old.id;
       return null;
     end
     $$`,
    briefly(`create or replace trigger search_entry_gone after delete on ${table}
     for each row execute function ${table}_search_entry_gone()`),
  ]),
  // Rows from before the triggers.
  `insert into search_entries (id, business_id, kind, text)
   select id, business_id, kind, text from search_documents(array(
     select id from clients union all select id from jobs union all select id from quotes union all select id from invoices))
   on conflict (id) do nothing`,
  'analyze search_entries',
];
