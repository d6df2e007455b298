import { inHours, scheduledJob, shared } from '../harness/jobs.js';
import { type Ask, openWorld, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';

let world: World;
let owner: Ask;
beforeAll(async () => {
  world = await openWorld();
  owner = await world.as('owner');
});
afterAll(() => world.close());

const SPAN = /use a (time|day) from 2000-01-01 to 2100-12-31/;
const VISITS = 'query ($id: ID!) { job(id: $id) { visits { startsAt endsAt } } }';

type Visits = { job: { visits: { startsAt: string; endsAt: string }[] } };

async function visitsOf(jobId: string) {
  const { data, errors } = await owner<Visits, object>(VISITS, { id: jobId });
  expect(errors).toBeUndefined();
  return data.job.visits;
}

describe('a typing error in a year', () => {
  it.each(['0026', '0050', '0000', '1999', '2101', '9999'])(
    '(%s) is refused with the valid range, and nothing is stored',
    async (year) => {
      const { jobId } = await scheduledJob(owner);
      const before = await visitsOf(jobId);
      const times = { startsAt: `${year}-12-01T22:00:00Z`, endsAt: `${year}-12-02T00:00:00Z` };
      const { errors } = await owner(ops.ScheduleVisitDocument, { input: { jobId, ...times } });
      expect(errors?.[0]?.message).toMatch(SPAN);
      expect(errors?.[0]?.extensions).toMatchObject({
        code: 'BAD_USER_INPUT',
        field: 'input.startsAt',
        faults: [{ field: 'input.startsAt' }, { field: 'input.endsAt' }],
      });
      const inText = await owner(
        `mutation { scheduleVisit(input: { jobId: "${jobId}", startsAt: "${times.startsAt}", endsAt: "${times.endsAt}" }) { visit { id } } }`,
      );
      expect(inText.errors?.[0]?.message).toMatch(SPAN);
      const invoiced = await owner(ops.CreateInvoiceDocument, {
        input: { jobId, dueOn: `${year}-12-24`, lines: [{ description: 'w', unitPriceCents: 1 }] },
      });
      expect(invoiced.errors?.[0]?.extensions).toMatchObject({ field: 'input.dueOn' });
      const quoted = await owner(ops.CreateQuoteDocument, {
        input: { title: 'v', newClient: { name: 'v' }, validUntil: `${year}-01-01`, lines: [] },
      });
      expect(quoted.errors?.[0]?.extensions).toMatchObject({ field: 'input.validUntil' });
      expect(await visitsOf(jobId)).toEqual(before);
    },
  );

  it('is not possible with a UTC offset either', async () => {
    const { jobId } = await scheduledJob(owner);
    const times = { startsAt: '2100-12-31T20:00:00-10:00', endsAt: '2100-12-31T21:00:00-10:00' };
    const { errors } = await owner(ops.ScheduleVisitDocument, { input: { jobId, ...times } });
    expect(errors?.[0]?.message).toMatch(SPAN);
  });
});

describe('a visit', () => {
  it('is returned, read and emailed with the same time, on the first and the last day of the range', async () => {
    const job = await scheduledJob(owner);
    const times = { startsAt: '2100-12-30T22:00:00.125Z', endsAt: '2100-12-31T00:00:00.000Z' };
    const { data } = await owner(ops.ScheduleVisitDocument, {
      input: { jobId: job.jobId, ...times },
    });
    const { id } = data.scheduleVisit.visit;
    const first = { startsAt: '2000-01-01T00:00:00.000Z', endsAt: '2000-01-01T01:00:00.000Z' };
    await owner(ops.CancelVisitDocument, { id: job.visitId });
    const answered = await owner<{ rescheduleVisit: { visit: object } }, object>(
      'mutation ($id: ID!, $startsAt: DateTime!, $endsAt: DateTime!) { rescheduleVisit(id: $id, startsAt: $startsAt, endsAt: $endsAt) { visit { startsAt endsAt } } }',
      { id, ...first },
    );
    expect(answered.data.rescheduleVisit.visit).toEqual(first);
    expect((await visitsOf(job.jobId)).at(0)).toEqual(first);
    const { mail } = await shared(world, owner, job, ['SCHEDULE', 'STATUS']);
    expect(mail?.text).toContain('Sat 1 Jan 2000, 11 am');
  });

  it('must end after it starts, at most 31 days later', async () => {
    const { jobId } = await scheduledJob(owner);
    const startsAt = inHours(24);
    for (const hours of [0, 31 * 24 + 1]) {
      const endsAt = new Date(Date.parse(startsAt) + hours * 3_600_000).toISOString();
      const input = { jobId, startsAt, endsAt };
      const { errors } = await owner(ops.ScheduleVisitDocument, { input });
      expect(errors?.[0]?.extensions).toMatchObject({ field: 'input.endsAt' });
    }
  });

  // Stored before there was a range: it can be read as stored, and cancelled.
  it.each(['0026', '0050', '0099', '9999'])(
    'stored in the year %s is read as stored',
    async (year) => {
      const { jobId, visitId } = await scheduledJob(owner);
      await world.sql('update visits set starts_at = $2, ends_at = $3 where id = $1', [
        visitId,
        `${year}-12-01T22:00:00Z`,
        `${year}-12-02T00:00:00Z`,
      ]);
      const stored = [
        { startsAt: `${year}-12-01T22:00:00.000Z`, endsAt: `${year}-12-02T00:00:00.000Z` },
      ];
      for (let time = 0; time < 4; time += 1) expect(await visitsOf(jobId)).toEqual(stored);
      type Listed = { jobs: { nodes: { id: string; visits: object[] }[] } };
      const list =
        '{ jobs(first: 100) { nodes { id visits { startsAt endsAt } sharePrompt { items { after } } } } }';
      for (let time = 0; time < 4; time += 1) {
        const { data, errors } = await owner<Listed, object>(list);
        expect(errors).toBeUndefined();
        expect(data.jobs.nodes.find(({ id }) => id === jobId)?.visits).toEqual(stored);
      }
      const { errors } = await owner(ops.CancelVisitDocument, { id: visitId });
      expect(errors).toBeUndefined();
    },
  );
});
