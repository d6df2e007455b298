import type { World } from '../harness/world.js';

// Without the work of the email worker, and without counts of attempts, which refused calls increase too.
// Tasks ask Stripe about payments that an earlier call has begun, and attempt webhooks that one has queued; the server notes
// every few minutes when a session was used.
const BY_THEMSELVES = [
  'outgoing_emails',
  'dev_mailbox',
  'rate_limits',
  'card_checkouts',
  'card_refunds',
  'webhook_endpoints',
  'webhook_deliveries',
  'staff_sessions',
];

/**
 * Returns a digest of everything written: equal digests mean that nothing was written in between. Every row that is written
 * has the number of its transaction, which is far faster to sum than the row.
 */
export async function written(world: World): Promise<unknown> {
  const text = statements.get(world) ?? (await statementFor(world));
  statements.set(world, text);
  // Named, so that PostgreSQL does not plan it each time.
  return (await world.sql({ name: 'written', text } as never)).rows;
}

const statements = new WeakMap<World, string>();

async function statementFor({ sql }: World): Promise<string> {
  const { rows } = await sql(
    "select table_name as name from information_schema.tables where table_schema = 'public' order by 1",
  );
  const tables = rows
    .map(({ name }) => String(name))
    .filter((each) => !BY_THEMSELVES.includes(each));
  const digests = tables.map(
    (name) =>
      `select '${name}' as name, count(*)::int as count, sum(xmin::text::bigint) as digest from ${name}`,
  );
  const counts = [
    ...[
      'outgoing_emails',
      'card_checkouts',
      'card_refunds',
      'webhook_endpoints',
      'webhook_deliveries',
    ],
  ].map((name) => `select '${name}', count(*)::int, null from ${name}`);
  // What staff have written of an endpoint, without what its attempts change.
  digests.push(
    `select 'webhook settings', count(*)::int, sum(hashtextextended(row(id, url, description, topics, status, registered_by_id,
      secret_id)::text, 0)) from webhook_endpoints`,
  );
  digests.push(
    `select 'sessions', count(*)::int, sum(hashtextextended(row(id, staff_member_id, token_hash, expires_at, revoked_at)::text, 0))
      from staff_sessions`,
  );
  return `${[...digests, ...counts].join(' union all ')} order by 1`;
}
