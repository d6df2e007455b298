import { openOrm } from '../../src/database/postgres/orm.js';
import { dropDatabase } from '../../src/database/setup/databases.js';
import { ENTITIES } from '../../src/server/boot/nouns.js';
import { emptyDatabase } from '../faults/own-database.js';

const ZONES = {
  Auckland: 'Pacific/Auckland',
  London: 'Europe/London',
  Tokyo: 'Asia/Tokyo',
  Chicago: 'America/Chicago',
  Sydney: 'Australia/Sydney',
  // Of a country whose tax we do not know.
  Lima: 'America/Lima',
  Nowhere: 'UTC',
};

// A quote and an invoice that were sent before their versions were stored.
const OF_TOKYO = "(select id from businesses where name = 'Tokyo')";
const ID = (last: number) => `'00000000-0000-4000-8000-00000000000${last}'`;
const SENT_BEFORE_VERSIONS = [
  `insert into clients (id, business_id, name) values (${ID(1)}, ${OF_TOKYO}, 'Kim')`,
  `insert into jobs (id, business_id, number, title, client_id) values (${ID(2)}, ${OF_TOKYO}, 1, 'Taps', ${ID(1)})`,
  `insert into quotes (id, business_id, number, title, status, client_id, sent_at, net_cents, total_cents)
    values (${ID(3)}, ${OF_TOKYO}, 1, 'Taps', 'SENT', ${ID(1)}, now(), 100, 100)`,
  `insert into quote_lines (id, business_id, quote_id, position, description, quantity, unit_price_cents,
    tax_rate_basis_points, net_cents) values (${ID(4)}, ${OF_TOKYO}, ${ID(3)}, 0, 'Labour', 1, 100, 0, 100)`,
  `insert into invoices (id, business_id, number, title, status, job_id, client_id, issued_on, sent_at, net_cents,
    tax_cents, total_cents, owed_cents)
    values (${ID(5)}, ${OF_TOKYO}, 1, 'Taps', 'SENT', ${ID(2)}, ${ID(1)}, now(), now(), 100, 0, 100, 100)`,
];

// The client of one job has an old time of one of two visits; that of the other was never shown any.
const view = (visits: string) => `'{"title": "Taps"${visits}}'`;
const shown = (last: number, hour: number) =>
  `{"id": "00000000-0000-4000-8000-00000000000${last}", "startsAt": "2030-01-0${last}T${hour}:00:00.000Z", "endsAt": "2030-01-0${last}T20:00:00.000Z"}`;
const SHARED_BEFORE = [
  `insert into jobs (id, business_id, number, title, client_id) values (${ID(8)}, ${OF_TOKYO}, 2, 'Sink', ${ID(1)})`,
  ...[6, 7].map(
    (last) => `insert into visits (id, business_id, job_id, starts_at, ends_at)
      values (${ID(last)}, ${OF_TOKYO}, ${ID(2)}, '2030-01-0${last}T10:00Z', '2030-01-0${last}T20:00Z')`,
  ),
  ...[
    [2, view(`, "visits": [${shown(6, 10)}, ${shown(7, 12)}]`)],
    [8, view('')],
  ].flatMap(([job, seen]) => [
    `insert into publications (id, business_id, job_id, client_id, version, digest, reason, published_at, view, item_keys)
      values (gen_random_uuid(), ${OF_TOKYO}, ${ID(Number(job))}, ${ID(1)}, 1, 'x', 'SHARED', now(), ${seen}, '{}')`,
    `insert into share_prompts (id, business_id, job_id, revision, offered, reviewed, changed_at)
      values (gen_random_uuid(), ${OF_TOKYO}, ${ID(Number(job))}, 1, '{}', '{}', now())`,
  ]),
];

it('a business from before countries has that of its time zone, or Australia, after the upgrade', async () => {
  const url = await emptyDatabase();
  const orm = await openOrm(url, ENTITIES, 2);
  try {
    await orm.migrator.up({ to: '0021-prompts-in-place' });
    for (const [name, zone] of Object.entries(ZONES))
      await orm.em.execute(
        'insert into businesses (id, slug, name, time_zone) values (gen_random_uuid(), lower(?), ?, ?)',
        [name, name, zone],
      );
    for (const statement of [...SENT_BEFORE_VERSIONS, ...SHARED_BEFORE])
      await orm.em.execute(statement);
    await orm.migrator.up();
    const outdated = await orm.em.execute(
      `select j.title, p.schedule_outdated_since is not null as "isAlarm", p.schedule_outdated_until as until
       from share_prompts p join jobs j on j.id = p.job_id order by j.number`,
    );
    expect(outdated).toEqual([
      { title: 'Taps', isAlarm: true, until: expect.stringContaining('2030-01-07 20:00') },
      { title: 'Sink', isAlarm: false, until: null },
    ]);
    expect(await orm.em.execute('select version from invoices')).toEqual([{ version: 0 }]);
    const [quote] = await orm.em.execute(
      "select number, seller->>'name' as seller, lines->0->>'description' as line, digest from quote_versions",
    );
    expect(quote).toEqual({
      ...{ number: 1, seller: 'Tokyo', line: 'Labour' },
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    const rows = await orm.em.execute('select name, country, tax_name, date_order from businesses');
    const found = Object.fromEntries(
      (rows as Record<string, string>[]).map(({ name, country, tax_name, date_order }) => [
        name,
        [country, tax_name, date_order],
      ]),
    );
    expect(found).toEqual({
      Auckland: ['NZ', 'GST', 'DAY_MONTH_YEAR'],
      London: ['GB', 'VAT', 'DAY_MONTH_YEAR'],
      Tokyo: ['JP', 'Consumption tax', 'YEAR_MONTH_DAY'],
      Chicago: ['US', 'Tax', 'MONTH_DAY_YEAR'],
      Sydney: ['AU', 'GST', 'DAY_MONTH_YEAR'],
      Lima: ['AU', 'GST', 'DAY_MONTH_YEAR'],
      Nowhere: ['AU', 'GST', 'DAY_MONTH_YEAR'],
    });
  } finally {
    await orm.close();
    await dropDatabase(url);
  }
});
