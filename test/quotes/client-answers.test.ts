import { promptOf, scheduledJob, shared } from '../harness/jobs.js';
import { codeOf, LINES, quotedJob, quoteFacts, sentQuote } from '../harness/quotes.js';
import { type Ask, openWorld, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';

let world: World;
let owner: Ask;
beforeAll(async () => {
  world = await openWorld();
  owner = await world.as('owner');
});
afterAll(() => world.close());

const yes = (quoteId: string, version = 1, name = 'Kim Client') => ({ quoteId, version, name });

async function publicationsOf(jobId: string) {
  const { data } = await owner(ops.JobForStaffDocument, { id: jobId });
  return data.job?.publications ?? [];
}

describe('a client who accepts a quote', () => {
  let job: Awaited<ReturnType<typeof quotedJob>>;
  beforeAll(async () => {
    job = await quotedJob(world, owner);
  });

  it('sees it accepted in the payload, and on its page from then on', async () => {
    const { data, errors } = await job.client(ops.AcceptQuoteDocument, yes(job.quoteId));
    expect(errors).toBeUndefined();
    expect(data.acceptQuote.quote).toMatchObject({ id: job.quoteId, status: 'ACCEPTED' });
    const { data: page } = await job.client(ops.ClientPortalDocument);
    expect(page.portal?.job?.quotes?.[0]?.status).toBe('ACCEPTED');
    expect(data.acceptQuote.job).toEqual(page.portal?.job);
  });

  it('does not see the internal record of the answer', async () => {
    const { data } = await job.client(ops.AcceptQuoteDocument, yes(job.quoteId));
    expect(data.acceptQuote.quote).toMatchObject({
      answer: null,
      answers: null,
      versions: null,
      marginCents: null,
      internalNotes: null,
    });
    expect(data.acceptQuote.quote?.lines[0]?.unitCostCents).toBeNull();
  });

  it('causes a publication, and nobody has to review it', async () => {
    const [before, after, ...more] = await publicationsOf(job.jobId);
    expect([before?.reason, after?.reason, more]).toEqual(['SHARED', 'CLIENT_ACTED', []]);
    expect(await promptOf(owner, job.jobId)).toBeNull();
  });

  it('leaves its name, the time, the version and the exact content', async () => {
    const { answer, status } = await quoteFacts(owner, job.quoteId);
    expect(status).toBe('ACCEPTED');
    expect(answer).toMatchObject({ kind: 'ACCEPTED', name: 'Kim Client', version: 1 });
    expect(answer?.recordedBy).toBeNull();
    const { rows } = await world.sql(
      `select encode(sha256(convert_to((q.value #>> '{}'), 'UTF8')), 'hex') as digest
       from publications p, json_array_elements(p.view->'quotes') q where p.job_id = $1 and p.version = 1`,
      [job.jobId],
    );
    expect(answer?.digest).toBe(rows[0]?.digest);
  });

  it('has accepted once when it accepts again, under whatever name', async () => {
    const again = await job.client(ops.AcceptQuoteDocument, yes(job.quoteId, 1, 'Somebody Else'));
    expect(again.errors).toBeUndefined();
    expect(again.data.acceptQuote.quote?.status).toBe('ACCEPTED');
    const { answers, answer } = await quoteFacts(owner, job.quoteId);
    expect(answers).toHaveLength(1);
    expect(answer?.name).toBe('Kim Client');
    expect(await publicationsOf(job.jobId)).toHaveLength(2);
  });

  it('cannot withdraw the acceptance', async () => {
    const { quoteId } = job;
    const declined = await job.client(ops.DeclineQuoteDocument, { quoteId, version: 1 });
    const asked = await job.client(ops.RequestQuoteChangesDocument, {
      quoteId,
      version: 1,
      message: 'Cheaper, please',
    });
    expect([codeOf(declined), codeOf(asked)]).toEqual([
      'QUOTE_NOT_ACCEPTABLE',
      'QUOTE_NOT_ACCEPTABLE',
    ]);
  });

  it('causes one email each to owner, admin and finance, and none to tradies', async () => {
    for (const person of ['owner', 'admin', 'finance']) {
      const mails = await world.mailsTo(`${person}@demo.jobglass.test`, 1);
      const acceptances = mails.filter(({ subject }) => subject.includes('accepted quote'));
      expect(acceptances).toHaveLength(1);
      expect(acceptances[0]?.text).toContain('$1,320.00');
      expect(acceptances[0]?.text).toContain('Kim Client');
    }
    const { rows } = await world.sql(
      "select recipient from outgoing_emails where kind = 'QUOTE_ANSWER' order by recipient",
    );
    expect(rows.map(({ recipient }) => recipient)).toEqual([
      'admin@demo.jobglass.test',
      'finance@demo.jobglass.test',
      'owner@demo.jobglass.test',
    ]);
  });

  it('has accepted once when two requests arrive at once', async () => {
    const { client, quoteId } = await quotedJob(world, owner);
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => client(ops.AcceptQuoteDocument, yes(quoteId))),
    );
    for (const { data, errors } of answers) {
      expect(errors).toBeUndefined();
      expect(data.acceptQuote.quote?.status).toBe('ACCEPTED');
    }
    expect((await quoteFacts(owner, quoteId)).answers).toHaveLength(1);
  });
});

it('an acceptance is emailed to the assigned supervisor', async () => {
  const supervisor = await world.as('supervisor');
  const { client, jobId, quoteId } = await quotedJob(world, owner);
  const { data } = await supervisor<{ me: { staffId: string } }, object>('{ me { staffId } }');
  await owner(ops.UpdateJobDocument, { input: { id: jobId, assigneeIds: [data.me.staffId] } });
  await client(ops.AcceptQuoteDocument, yes(quoteId));
  const [mail] = await world.mailsTo('supervisor@demo.jobglass.test', 1);
  expect(mail?.subject).toContain('accepted quote');
});

describe('a client who does not accept', () => {
  it('declines with a reason, and cannot accept afterwards', async () => {
    const { client, quoteId, jobId } = await quotedJob(world, owner);
    const declined = await client(ops.DeclineQuoteDocument, {
      quoteId,
      version: 1,
      reason: 'Too dear',
    });
    expect(declined.data.declineQuote.quote?.status).toBe('DECLINED');
    expect((await quoteFacts(owner, quoteId)).answer).toMatchObject({
      kind: 'DECLINED',
      message: 'Too dear',
      name: null,
    });
    expect(codeOf(await client(ops.AcceptQuoteDocument, yes(quoteId)))).toBe(
      'QUOTE_NOT_ACCEPTABLE',
    );
    expect(codeOf(await client(ops.DeclineQuoteDocument, { quoteId, version: 1 }))).toBeUndefined();
    expect((await quoteFacts(owner, quoteId)).answers).toHaveLength(1);
    expect(await promptOf(owner, jobId)).toBeNull();
  });

  it('requests changes, also repeatedly, and can still accept', async () => {
    const { client, quoteId } = await quotedJob(world, owner);
    const ask = (message: string) =>
      client(ops.RequestQuoteChangesDocument, { quoteId, version: 1, message });
    await ask('Chrome taps');
    await ask(' Chrome taps ');
    const { data } = await ask('And a new sink');
    expect(data.requestQuoteChanges.quote?.status).toBe('CHANGES_REQUESTED');
    expect((await quoteFacts(owner, quoteId)).answers?.map(({ message }) => message)).toEqual([
      'Chrome taps',
      'And a new sink',
    ]);
    const accepted = await client(ops.AcceptQuoteDocument, yes(quoteId));
    expect(accepted.data.acceptQuote.quote?.status).toBe('ACCEPTED');
  });
});

describe('a quote cannot be answered', () => {
  it('in another version than the client sees', async () => {
    const { client, quoteId } = await quotedJob(world, owner);
    for (const version of [0, 2]) {
      const refused = await client(ops.AcceptQuoteDocument, yes(quoteId, version));
      expect(codeOf(refused)).toBe('QUOTE_NOT_ACCEPTABLE');
    }
  });

  it('once staff have changed it, until the new version is sent', async () => {
    const job = await quotedJob(world, owner);
    const { client, quoteId } = job;
    const lines = [{ ...LINES[0], unitPriceCents: 150_000 } as (typeof LINES)[0]];
    await owner(ops.UpdateQuoteDocument, { input: { id: quoteId, lines } });
    const answer = (version: number) => client(ops.AcceptQuoteDocument, yes(quoteId, version));
    expect([codeOf(await answer(1)), codeOf(await answer(2))]).toEqual(
      Array(2).fill('QUOTE_NOT_ACCEPTABLE'),
    );
    // Sending includes sharing: the client of a shared job sees it from then on, with a link in the email.
    const { data: sent } = await owner(ops.SendQuoteDocument, { id: quoteId });
    expect(sent.sendQuote.portalLink).toEqual({ sentTo: job.email });
    expect(sent.sendQuote.sharePromptStatus).toBe('NOTHING_TO_SHARE');
    expect(codeOf(await answer(1))).toBe('QUOTE_NOT_ACCEPTABLE');
    const { data } = await answer(2);
    expect(data.acceptQuote.quote).toMatchObject({ status: 'ACCEPTED', totalCents: 165_000 });
    const { versions } = await quoteFacts(owner, quoteId);
    expect(versions).toMatchObject([
      { version: 1, status: 'SUPERSEDED', totalCents: 132_000 },
      { version: 2, status: 'ACCEPTED', totalCents: 165_000 },
    ]);
    expect(versions?.[0]?.digest).not.toBe(versions?.[1]?.digest);
  });

  it('when staff have recorded an answer that the client was not shown', async () => {
    const { client, quoteId } = await quotedJob(world, owner);
    await owner(ops.AcceptQuoteAndCreateJobDocument, { quoteId });
    expect(codeOf(await client(ops.AcceptQuoteDocument, yes(quoteId)))).toBe(
      'QUOTE_NOT_ACCEPTABLE',
    );
  });

  it('and is not found, once it was withdrawn or if it was never the client’s', async () => {
    const mine = await quotedJob(world, owner);
    const { jobId } = await scheduledJob(owner);
    const { data: drafted } = await owner(ops.CreateQuoteDocument, {
      input: { title: 'Not sent', lines: LINES, jobId: mine.jobId },
    });
    const unshared = drafted.createQuote.quote.id;
    const someoneElses = await sentQuote(owner, { jobId });
    const soletrader = await world.as('soletrader');
    const { jobId: theirs } = await scheduledJob(soletrader);
    const otherBusiness = await sentQuote(soletrader, { jobId: theirs });
    const notOnes = [unshared, someoneElses, otherBusiness, mine.jobId, 'nonsense', ''];
    for (const id of notOnes)
      expect(codeOf(await mine.client(ops.AcceptQuoteDocument, yes(id)))).toBe('NOT_FOUND');
    await owner(ops.UpdateSharingDocument, { jobId: mine.jobId, items: ['STATUS'] });
    expect(codeOf(await mine.client(ops.AcceptQuoteDocument, yes(mine.quoteId)))).toBe('NOT_FOUND');
    expect((await quoteFacts(owner, mine.quoteId)).status).toBe('SENT');
  });
});

it('an answer needs a name or a message, within the maximum length', async () => {
  const { client, quoteId } = await quotedJob(world, owner);
  const version = 1;
  const tries = [
    [await client(ops.AcceptQuoteDocument, yes(quoteId, 1, ' ')), 'name'],
    [await client(ops.AcceptQuoteDocument, yes(quoteId, 1, 'x'.repeat(201))), 'name'],
    [await client(ops.RequestQuoteChangesDocument, { quoteId, version, message: '\n' }), 'message'],
    [
      await client(ops.DeclineQuoteDocument, { quoteId, version, reason: 'x'.repeat(5001) }),
      'reason',
    ],
    [await client(ops.DeclineQuoteDocument, { quoteId, version, reason: 'a\0b' }), 'reason'],
  ] as const;
  for (const [{ errors }, field] of tries) {
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'VALIDATION_FAILED', field });
  }
  expect((await quoteFacts(owner, quoteId)).answers).toEqual([]);
});

describe('operations of the other side', () => {
  it('are refused to staff and visitors who would answer for the client', async () => {
    const { quoteId } = await quotedJob(world, owner);
    for (const person of ['owner', 'tradie'] as const) {
      const ask = await world.as(person);
      expect(codeOf(await ask(ops.AcceptQuoteDocument, yes(quoteId)))).toBe('FORBIDDEN');
    }
    const visitor = await world.asVisitor(ops.AcceptQuoteDocument, yes(quoteId));
    expect(codeOf(visitor)).toBe('UNAUTHENTICATED');
    const tradie = await world.as('tradie');
    const made = await tradie(ops.AcceptQuoteAndCreateJobDocument, { quoteId });
    expect(codeOf(made)).toBe('FORBIDDEN');
  });

  it('are refused to the client', async () => {
    const { client, quoteId } = await quotedJob(world, owner);
    const tries = [
      await client(ops.SendQuoteDocument, { id: quoteId }),
      await client(ops.UpdateQuoteDocument, { input: { id: quoteId, title: 'Mine' } }),
      await client(ops.AcceptQuoteAndCreateJobDocument, { quoteId }),
      await client(ops.QuoteDocument, { id: quoteId }),
    ];
    expect(tries.map(codeOf)).toEqual(Array(4).fill('NOT_FOUND'));
  });
});

describe('an unreviewed change by staff', () => {
  it("is not published with the client's answer", async () => {
    const job = await scheduledJob(owner);
    const { jobId } = job;
    const { data } = await owner(ops.AddNoteDocument, {
      input: { jobId, body: 'As reviewed', internal: false },
    });
    const noteId = data.addNote.note.id;
    const quoteId = await sentQuote(owner, { jobId });
    const items = ['STATUS', 'SCHEDULE', `QUOTE:${quoteId}`, `NOTE:${noteId}`];
    const { client } = await shared(world, owner, job, items);
    await owner(ops.UpdateNoteDocument, { id: noteId, body: 'Not reviewed' });
    await owner(ops.SetJobStatusDocument, { jobId, status: 'ON_HOLD' });
    await owner(ops.UpdateJobDocument, { input: { id: jobId, title: 'Another title' } });
    const before = await promptOf(owner, jobId);
    const { data: accepted } = await client(ops.AcceptQuoteDocument, yes(quoteId));
    expect(accepted.acceptQuote.job).toMatchObject({
      title: 'Fix the tap',
      status: 'SCHEDULED',
      notes: [{ body: 'As reviewed' }],
      quotes: [{ status: 'ACCEPTED' }],
    });
    const after = await promptOf(owner, jobId);
    const changes = (prompt: typeof after) =>
      prompt?.items.filter(({ change }) => change !== 'UNCHANGED').map(({ kind }) => kind);
    expect(changes(before)).toEqual(['STATUS', 'NOTE']);
    expect(changes(after)).toEqual(['STATUS', 'NOTE']);
    expect(after?.details).toEqual(before?.details);
  });

  it('not even when all earlier digests of the job no longer match', async () => {
    const job = await scheduledJob(owner);
    const { jobId } = job;
    const { data } = await owner(ops.AddNoteDocument, {
      input: { jobId, body: 'As reviewed', internal: false },
    });
    const noteId = data.addNote.note.id;
    const quoteId = await sentQuote(owner, { jobId });
    const { client } = await shared(world, owner, job, [`QUOTE:${quoteId}`, `NOTE:${noteId}`]);
    await owner(ops.UpdateNoteDocument, { id: noteId, body: 'Not reviewed' });
    // As after a release that adds a field to notes and quotes.
    await world.sql("update share_prompts set offered = '{}' where job_id = $1", [jobId]);
    await world.sql("update quotes set title = 'Slipped past' where id = $1", [quoteId]);
    const { data: accepted } = await client(ops.AcceptQuoteDocument, yes(quoteId));
    expect(accepted.acceptQuote.job).toMatchObject({
      notes: [{ body: 'As reviewed' }],
      quotes: [{ title: 'New taps', status: 'ACCEPTED' }],
    });
    const waiting = await promptOf(owner, jobId);
    expect(waiting?.items.filter(({ change }) => change === 'CHANGED')).toHaveLength(2);
  });
});
