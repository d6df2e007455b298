import { itInLongForm } from '../harness/long-form.js';
import { type Ask, openWorld, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';
import { colleague, emptyJob, nextMail, property, settled } from './visit-people.js';

let world: World;
let owner: Ask;
beforeAll(async () => {
  world = await openWorld({ visitMailSeconds: 2 });
  owner = await world.as('owner');
});
afterAll(() => world.close());

/** 9 am to 11 am on 3 March of next year at the business in Sydney, 11 hours ahead of UTC. */
const year = new Date().getFullYear() + 1;
const march = (day: number, hour: number) =>
  new Date(Date.UTC(year, 2, day, hour - 11)).toISOString();
const TIMES = { startsAt: march(3, 9), endsAt: march(3, 11) };
const weekday = (day: number) =>
  ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'][new Date(Date.UTC(year, 2, day)).getUTCDay()];
const NINE = `${weekday(3)} 3 Mar, 9 am to 11 am`;

async function planned(assigneeIds: string[], by: Ask = owner) {
  const jobId = await emptyJob(owner);
  const { data, errors } = await by(ops.ScheduleVisitDocument, {
    input: { jobId, ...TIMES, assigneeIds },
  });
  expect(errors).toBeUndefined();
  return { jobId, visitId: data.scheduleVisit.visit.id };
}

async function assign(id: string, assigneeIds: string[]) {
  const { errors } = await owner(ops.AssignVisitDocument, { id, assigneeIds });
  expect(errors).toBeUndefined();
}

describe('somebody who is put on a visit', () => {
  it('gets a mail in the time of the business, with a calendar file', async () => {
    const terry = await colleague(world);
    const { jobId, visitId } = await planned([terry.id]);
    const mail = await nextMail(world, terry.email);
    expect(mail.text).toContain(`New: ${NINE}, job `);
    expect(mail.text).toContain('Fix the tap, 1 Low Street');
    expect(mail.text).toContain('Australia/Sydney');
    expect(mail.subject).toContain(NINE);
    expect(mail.links).toEqual([expect.stringContaining(`/console#/jobs/${jobId}/schedule`)]);
    const [file, more] = mail.attachments;
    expect(more).toBeUndefined();
    expect(file).toMatchObject({
      filename: 'visit.ics',
      contentType: 'text/calendar; charset=utf-8; method=REQUEST',
    });
    expect(property(file?.text, 'METHOD')).toBe('REQUEST');
    expect(property(file?.text, 'UID')).toBe(`${visitId}.staff@jobglass`);
    expect(property(file?.text, 'DTSTART')).toBe(TIMES.startsAt.replace(/[-:]|\.000/g, ''));
    expect(property(file?.text, 'ORGANIZER')).toMatch(/^mailto:/i);
    expect(property(file?.text, 'ATTENDEE')).toBe(`MAILTO:${terry.email}`);
    expect(property(file?.text, 'LOCATION')).toBe('1 Low Street');
  });

  it('gets one mail for all that changes meanwhile, and later ones raise SEQUENCE', async () => {
    const terry = await colleague(world);
    const { visitId } = await planned([terry.id]);
    await owner(ops.RescheduleVisitDocument, {
      id: visitId,
      startsAt: march(4, 13),
      endsAt: march(4, 15),
    });
    const other = await planned([terry.id]);
    const first = await nextMail(world, terry.email);
    expect(first.subject).toBe('2 changes of your visits');
    expect(first.text).toContain(`New: ${weekday(4)} 4 Mar, 1 pm to 3 pm`);
    expect(first.text).not.toContain('Moved');
    expect(first.attachments.map(({ filename }) => filename)).toEqual([
      'visit-1.ics',
      'visit-2.ics',
    ]);

    await owner(ops.RescheduleVisitDocument, {
      id: visitId,
      startsAt: march(5, 13),
      endsAt: march(5, 15),
    });
    const moved = await nextMail(world, terry.email, 1);
    expect(moved.text).toContain(
      `Moved: ${weekday(5)} 5 Mar, 1 pm to 3 pm (it was ${weekday(4)} 4 Mar, 1 pm to 3 pm)`,
    );
    expect(moved.text).not.toContain(NINE);

    await owner(ops.CancelVisitDocument, { id: visitId });
    await assign(other.visitId, []);
    const gone = await nextMail(world, terry.email, 2);
    expect(gone.text).toContain(`Cancelled: ${weekday(5)} 5 Mar, 1 pm to 3 pm`);
    expect(gone.text).toContain(`No longer yours: ${NINE}`);
    for (const { text, contentType } of gone.attachments) {
      expect(property(text, 'METHOD')).toBe('CANCEL');
      expect(property(text, 'STATUS')).toBe('CANCELLED');
      expect(contentType).toContain('method=CANCEL');
    }
    const sequences = [first, moved, gone].map(({ attachments }) =>
      attachments
        .filter(({ text }) => property(text, 'UID') === `${visitId}.staff@jobglass`)
        .map(({ text }) => Number(property(text, 'SEQUENCE'))),
    );
    const numbers = sequences.flat();
    expect(numbers).toHaveLength(3);
    expect(numbers).toEqual([...new Set(numbers)].sort((one, next) => one - next));
  });

  itInLongForm('gets one mail also when two jobs put them on visits at the same time', async () => {
    const terry = await colleague(world);
    await Promise.all([1, 2, 3, 4].map(() => planned([terry.id])));
    expect((await nextMail(world, terry.email)).subject).toBe('4 changes of your visits');
    const { rows } = await world.sql(
      "select from outgoing_emails where recipient = $1 and kind = 'VISITS_TO_STAFF'",
      [terry.email],
    );
    expect(rows).toHaveLength(1);
  });

  itInLongForm('hears nothing of what is taken back meanwhile', async () => {
    const terry = await colleague(world);
    const { visitId } = await planned([terry.id]);
    await assign(visitId, []);
    expect(await settled(world, terry.email)).toBe('CANCELLED');
    expect(await world.mails(terry.email)).toEqual([]);
  });

  itInLongForm('hears nothing of a visit that was moved and moved back', async () => {
    const terry = await colleague(world);
    const { visitId } = await planned([terry.id]);
    await nextMail(world, terry.email);
    const move = (day: number, hour: number) =>
      owner(ops.RescheduleVisitDocument, {
        id: visitId,
        startsAt: march(day, hour),
        endsAt: march(day, hour + 2),
      });
    await move(9, 9);
    await move(3, 9);
    expect(await settled(world, terry.email)).toBe('CANCELLED');
    expect(await world.mails(terry.email)).toHaveLength(1);
  });
});

describe('nobody is told', () => {
  itInLongForm('of their own change, while others are', async () => {
    const { data } = await owner(ops.StaffMembersDocument);
    const sue = data.staffMembers.find(({ name }) => name === 'Sue Supervisor');
    const terry = await colleague(world);
    await planned([sue?.id as string, terry.id], await world.as('supervisor'));
    await nextMail(world, terry.email);
    const { rows } = await world.sql(
      `select recipient from outgoing_emails where kind = 'VISITS_TO_STAFF' and data->>'staffId' = $1`,
      [sue?.id],
    );
    expect(rows).toEqual([]);
  });

  itInLongForm(
    'who was removed, or has no visits in their new role, before the mail went out',
    async () => {
      const [terry, sam] = [await colleague(world), await colleague(world)];
      await planned([terry.id, sam.id]);
      await owner(ops.RemoveStaffMemberDocument, { id: terry.id });
      const { errors } = await owner(ops.UpdateStaffMemberDocument, {
        input: { id: sam.id, role: 'FINANCE' },
      });
      expect(errors).toBeUndefined();
      for (const { email } of [terry, sam]) {
        expect(await settled(world, email)).toBe('CANCELLED');
        expect(await world.mails(email)).toEqual([]);
      }
    },
  );

  it('of a visit that is over', async () => {
    const terry = await colleague(world);
    const jobId = await emptyJob(owner);
    await owner(ops.ScheduleVisitDocument, {
      input: {
        jobId,
        startsAt: '2020-01-01T00:00:00Z',
        endsAt: '2020-01-01T01:00:00Z',
        assigneeIds: [terry.id],
      },
    });
    const { rows } = await world.sql('select from outgoing_emails where recipient = $1', [
      terry.email,
    ]);
    expect(rows).toEqual([]);
  });

  it('when the change is refused', async () => {
    const terry = await colleague(world);
    const jobId = await emptyJob(owner);
    const { errors } = await owner(ops.ScheduleVisitDocument, {
      input: { jobId, ...TIMES, assigneeIds: [terry.id, jobId] },
    });
    expect(errors?.[0]?.extensions.field).toBe('input.assigneeIds');
    const { rows } = await world.sql('select from outgoing_emails where recipient = $1', [
      terry.email,
    ]);
    expect(rows).toEqual([]);
  });
});

itInLongForm(
  'a business without an email address publishes entries that have no organizer',
  async () => {
    const { rows } = await world.sql("select email from businesses where slug = 'bright-spark'");
    await owner(ops.UpdateBusinessDocument, { input: { email: null } });
    const terry = await colleague(world);
    await planned([terry.id]);
    const { attachments, replyTo } = await nextMail(world, terry.email);
    expect(replyTo).toBeNull();
    expect(property(attachments[0]?.text, 'METHOD')).toBe('PUBLISH');
    expect(attachments[0]?.text).not.toMatch(/ORGANIZER|ATTENDEE/);
    await owner(ops.UpdateBusinessDocument, { input: { email: String(rows[0]?.email) } });
  },
);

it('a visit mail names no client and no colleague', async () => {
  const terry = await colleague(world);
  const { data } = await owner(ops.CreateClientDocument, {
    input: { name: 'Quirina Quill', email: 'quill@client.test', phone: '02 9555 5555' },
  });
  const { data: made } = await owner(ops.CreateJobDocument, {
    input: { title: 'Fence', clientId: data.createClient.client.id, internalNotes: 'Mind the dog' },
  });
  const sam = await colleague(world);
  await owner(ops.ScheduleVisitDocument, {
    input: { jobId: made.createJob.job.id, ...TIMES, assigneeIds: [terry.id, sam.id] },
  });
  const mail = await nextMail(world, terry.email);
  const written = JSON.stringify(mail);
  for (const secret of ['Quirina', 'quill@', '9555', 'Mind the dog', sam.email, `${sam.name}"`])
    expect(written).not.toContain(secret);
});
