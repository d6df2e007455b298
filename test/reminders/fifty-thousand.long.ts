import { DateTime } from 'luxon';
import { changeInOneUnit } from '../../src/database/unit-of-work/unit-of-work.js';
import { DUE, dueReminders } from '../../src/domain/reminders/due-reminders.js';
import { openWorld, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';
import { goTo, SYDNEY } from './a-business-that-reminds.js';

/** A run looks at what is due today, also with fifty thousand unpaid invoices and as many open quotes. */
const SUBJECTS = 50_000;
const MAX_CLIENTS = 20;
/** Generous: the machine of the tests is shared. */
const MAX_MS = 500;

let world: World;
beforeAll(async () => {
  world = await openWorld();
  const owner = await world.as('owner');
  const input = { remindOfInvoices: true, remindOfQuotes: true };
  await owner(ops.ChangeRemindersDocument, { input });
  // Without triggers, which would write fifty thousand entries of the search.
  await world.sql(['set local session_replication_role = replica', ...FILL].join(';'));
  await world.sql('analyze clients, jobs, invoices, quotes, businesses');
  goTo(world, DateTime.now().setZone(SYDNEY).plus({ days: 1 }).set({ hour: 9, minute: 0 }));
}, 120_000);
afterAll(() => world.close());

const BUSINESS = "(select id from businesses where slug = 'bright-spark')";
const FILL = [
  `insert into clients (id, business_id, name, email)
   select gen_random_uuid(), ${BUSINESS}, 'Person ' || n, n || '@bulk.test' from generate_series(1, ${SUBJECTS / 10}) n`,
  `insert into jobs (id, business_id, number, title, client_id)
   select gen_random_uuid(), c.business_id, 100000 + row_number() over (), 'Repair', c.id
   from clients c where c.email like '%@bulk.test'`,
  `insert into invoices (id, business_id, number, title, status, job_id, client_id, due_on, sent_at, net_cents, tax_cents, total_cents, owed_cents)
   select gen_random_uuid(), j.business_id, 100000 + row_number() over (), 'Repair', 'SENT', j.id, j.client_id,
     current_date + (row_number() over () % 1000)::int - 500, now() - interval '30 days', 100, 10, 110, 110
   from jobs j cross join generate_series(1, 10) n where j.title = 'Repair'`,
  `insert into quotes (id, business_id, number, title, status, client_id, valid_until, sent_at, net_cents, tax_cents, total_cents)
   select gen_random_uuid(), i.business_id, i.number, 'Repair', 'SENT', i.client_id, i.due_on,
     now() - make_interval(days => (i.number % 1000)::int), 100, 10, 110
   from invoices i where i.title = 'Repair'`,
];

it('finds what is due today in one short statement', async () => {
  const { services } = world.running;
  const times: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    const began = performance.now();
    const { result } = await changeInOneUnit(services.orm.em, null, services.clock, (unit) =>
      dueReminders(unit, MAX_CLIENTS),
    );
    times.push(performance.now() - began);
    expect(new Set(result.map(({ clientId }) => clientId)).size).toBe(MAX_CLIENTS);
  }
  expect(Math.min(...times)).toBeLessThan(MAX_MS);
});

it('reads indexes of invoices and quotes only', async () => {
  const now = world.clock.now().toISOString();
  const day = DateTime.fromJSDate(world.clock.now(), { zone: SYDNEY }).toISODate();
  const zones = [[SYDNEY], [day], [now], [now], [SYDNEY], [7], [now], [now], 50];
  const { rows } = await world.sql(`explain (format json) ${DUE}`, zones);
  const plan = JSON.stringify(rows[0]);
  expect(plan).toContain('unpaid_invoices_by_due_day');
  expect(plan).toContain('open_quotes_by_last_day');
  // The list of quotes has an index of its own that serves as well.
  expect(plan).toMatch(/"(open_)?quotes_by_sending"/);
  expect(plan).not.toMatch(/"Seq Scan"[^{}]*"Relation Name":"(invoices|quotes|clients)"/);
});
