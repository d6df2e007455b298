import { Migration } from '@mikro-orm/migrations';

/**
 * Outgoing webhooks: endpoints, their deliveries, and triggers that queue a delivery for each endpoint in the transaction
 * of a change. A change written by SQL alone raises them too. Every statement is a transaction of its own and can be
 * repeated.
 */
export class Webhooks extends Migration {
  override isTransactional(): boolean {
    return false;
  }

  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

/** A statement that gives up after five seconds without its lock, so that it never holds up a queue of readers. */
const briefly = (statement: string) => `
  do $briefly$
  begin
    set local lock_timeout = '5s';
    ${statement};
  end
  $briefly$`;

type Group = 'costs' | 'office';

/** Tables whose rows raise events: the kind of the record, and the groups of columns that fewer readers see (0044). */
const WATCHED: [table: string, kind: string, ...narrower: Group[]][] = [
  ['clients', 'CLIENT', 'office'],
  ['enquiries', 'ENQUIRY'],
  ['invoices', 'INVOICE'],
  ['jobs', 'JOB'],
  ['materials', 'MATERIAL', 'costs'],
  ['messages', 'MESSAGE'],
  ['notes', 'NOTE'],
  ['payments', 'PAYMENT'],
  ['photos', 'PHOTO'],
  ['quotes', 'QUOTE', 'costs', 'office'],
  ['todos', 'TODO'],
  ['visits', 'VISIT'],
];

/** Versions of what a client sees: they only ever come, except for the erasure of a person. */
const PUBLISHED = [
  ['publications', 'PUBLICATION'],
  ['page_publications', 'PAGE_PUBLICATION'],
];

/** Triggers of a table. An update raises an event when a stamp moves, so that webhooks and `updatedSince` agree. */
function watched([table, kind, ...narrower]: (typeof WATCHED)[number]): string {
  const moved = ['updated_at', ...narrower.map((group) => `${group}_updated_at`)]
    .map((stamp) => `old.${stamp} <> new.${stamp}`)
    .join(' or ');
  return `create or replace trigger webhooks_of_created after insert on ${table}
      for each row execute function queue_webhooks('${kind}');
    create or replace trigger webhooks_of_updated after update on ${table}
      for each row when (${moved}) execute function queue_webhooks('${kind}');
    create or replace trigger webhooks_of_removed after delete on ${table}
      for each row execute function queue_webhooks('${kind}')`;
}

const STATEMENTS = [
  `create table if not exists webhook_endpoints (
    id uuid primary key,
    business_id uuid not null references businesses,
    url text not null,
    description text,
    topics text[] not null,
    status text not null default 'ENABLED' check (status in ('ENABLED', 'DISABLED')),
    disabled_reason text check (disabled_reason in
      ('BY_STAFF', 'REGISTRAR_LOST_ACCESS', 'FAILING', 'GONE', 'TOO_MANY_WAITING')),
    disabled_at timestamptz,
    registered_by_id uuid not null,
    secret_id uuid not null,
    previous_secret_id uuid,
    previous_secret_until timestamptz,
    failing_since timestamptz,
    created_at timestamptz not null,
    unique (business_id, id),
    foreign key (business_id, registered_by_id) references staff_members (business_id, id)
  )`,
  'create sequence if not exists webhook_delivery_order',
  // Without a foreign key: a change would wait for somebody who edits an endpoint, and fail when it is removed.
  `create table if not exists webhook_deliveries (
    id uuid primary key,
    business_id uuid not null,
    endpoint_id uuid not null,
    position bigint not null,
    transaction_id bigint,
    event_id uuid not null,
    type text not null,
    record_kind text not null check (record_kind in ('CLIENT', 'ENQUIRY', 'INVOICE', 'JOB', 'MATERIAL', 'MESSAGE', 'NOTE',
      'PAYMENT', 'PHOTO', 'QUOTE', 'TODO', 'VISIT', 'PUBLICATION', 'PAGE_PUBLICATION', 'TEST')),
    record_id uuid not null,
    record_updated_at timestamptz not null,
    only_groups text[],
    status text not null default 'WAITING' check (status in ('WAITING', 'DELIVERED', 'FAILED', 'CANCELLED')),
    attempts int not null default 0,
    status_code int,
    error text,
    created_at timestamptz not null,
    next_attempt_at timestamptz,
    sending_until timestamptz,
    last_attempt_at timestamptz,
    delivered_at timestamptz,
    check (status <> 'WAITING' or next_attempt_at is not null),
    unique (endpoint_id, record_id, transaction_id)
  )`,
  `create index if not exists webhook_deliveries_waiting
    on webhook_deliveries (endpoint_id, position) where status = 'WAITING'`,
  `create index if not exists webhook_deliveries_in_order
    on webhook_deliveries (endpoint_id, record_id, position) where status = 'WAITING'`,
  'create index if not exists webhook_deliveries_of_endpoint on webhook_deliveries (endpoint_id, id)',
  'create index if not exists webhook_deliveries_by_age on webhook_deliveries (created_at)',
  // UUIDv7, as the ids of all rows; PostgreSQL has it from version 18 on.
  `create or replace function new_row_id() returns uuid language sql volatile as $$
    select encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
      placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3)
      from 1 for 6), 52, 1), 53, 1), 'hex')::uuid
  $$`,
  // Several changes of a record in one transaction are one event.
  `create or replace function queue_webhooks() returns trigger language plpgsql as $$
  #variable_conflict use_column
  declare
    business uuid := case tg_op when 'DELETE' then old.business_id else new.business_id end;
    changed_id uuid := case tg_op when 'DELETE' then old.id else new.id end;
    kind text := tg_argv[0];
    noun text := case kind when 'PAGE_PUBLICATION' then 'publication' else lower(kind) end;
    event text := noun || '.' || case tg_op when 'INSERT' then 'created' when 'UPDATE' then 'updated' else 'removed' end;
    new_event_id uuid;
    changed_at timestamptz;
    groups text[];
    before jsonb;
    after jsonb;
  begin
    if not exists (select from webhook_endpoints where business_id = business and status = 'ENABLED') then
      return null;
    end if;
    if tg_op = 'DELETE' or kind in ('PUBLICATION', 'PAGE_PUBLICATION') then
      changed_at := date_trunc('milliseconds', clock_timestamp());
    elsif tg_op = 'INSERT' or old.updated_at <> new.updated_at then
      changed_at := new.updated_at;
    else
      before := to_jsonb(old);
      after := to_jsonb(new);
      select array_agg(g), max((after ->> (g || '_updated_at'))::timestamptz) into groups, changed_at
      from unnest(array['costs', 'office']) g
      where before -> (g || '_updated_at') <> after -> (g || '_updated_at');
    end if;
    new_event_id := gen_random_uuid();
    insert into webhook_deliveries as known (id, business_id, endpoint_id, position, transaction_id, event_id, type,
      record_kind, record_id, record_updated_at, only_groups, created_at, next_attempt_at)
    select new_row_id(), business, e.id, nextval('webhook_delivery_order'), pg_current_xact_id()::text::bigint,
      new_event_id, event, kind, changed_id, changed_at, groups, clock_timestamp(), now()
    from webhook_endpoints e
    where e.business_id = business and e.status = 'ENABLED' and e.topics && array['*', noun || '.*', event]
    on conflict (endpoint_id, record_id, transaction_id) do update set
      type = case when tg_op = 'DELETE' then excluded.type else known.type end,
      record_updated_at = excluded.record_updated_at,
      only_groups = case when known.only_groups is null or excluded.only_groups is null then null
        else known.only_groups || excluded.only_groups end;
    -- One job wakes the sender for all events of a transaction, of which there may be thousands.
    if found and current_setting('jobglass.webhooks_of', true) is distinct from pg_current_xact_id()::text then
      perform set_config('jobglass.webhooks_of', pg_current_xact_id()::text, true);
      perform graphile_worker.add_job('send_webhooks');
    end if;
    return null;
  end
  $$`,
  ...WATCHED.map((each) => briefly(watched(each))),
  ...PUBLISHED.map(([table, kind]) =>
    briefly(`create or replace trigger webhooks_of_created after insert on ${table}
      for each row execute function queue_webhooks('${kind}')`),
  ),
  'create index if not exists webhook_endpoints_of_business on webhook_endpoints (business_id)',
];
