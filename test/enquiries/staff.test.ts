import { type Ask, openWorld, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';

let world: World;
let owner: Ask;
let admin: Ask;
beforeAll(async () => {
  world = await openWorld({ enquiriesPer10Minutes: 1000 });
  owner = await world.as('owner');
  admin = await world.as('admin');
});
afterAll(() => world.close());

type EnquiryInput = {
  name?: string;
  email?: string | null;
  phone?: string | null;
  message?: string;
};

async function asked(question: EnquiryInput, slug = 'bright-spark'): Promise<string> {
  const input = { name: 'Ines', message: 'A light', ...question };
  const { errors } = await world.asVisitor(ops.SubmitEnquiryDocument, { slug, input });
  if (errors) throw new Error(JSON.stringify(errors));
  const { rows } = await world.sql('select id from enquiries order by id desc limit 1');
  return rows[0]?.id as unknown as string;
}

async function clientsNamed(name: string) {
  const { data } = await owner(ops.ClientsDocument, { search: name });
  return data.clients.nodes;
}

const codeOf = (answer: { errors?: { extensions: { code: string } }[] }) =>
  answer.errors?.[0]?.extensions.code;

describe('accepting', () => {
  it('creates one client when two people accept at once, ten times over', async () => {
    for (let round = 0; round < 10; round += 1) {
      const name = `Twice Asked ${round}.`;
      const id = await asked({ name, email: `twice${round}@asked.test` });
      const answers = await Promise.all([
        owner(ops.AcceptEnquiryDocument, { id }),
        admin(ops.AcceptEnquiryDocument, { id }),
      ]);
      const clients = await clientsNamed(name);
      expect(clients).toHaveLength(1);
      for (const { data, errors } of answers) {
        expect(errors).toBeUndefined();
        expect(data.acceptEnquiry.enquiry).toMatchObject({
          status: 'ACCEPTED',
          client: { id: clients[0]?.id },
        });
      }
    }
  });

  it('creates one client for two enquiries of one person that are accepted at once', async () => {
    for (let round = 0; round < 10; round += 1) {
      const sender = { name: `Asks Often ${round}.`, phone: `0491 570 1${round}0` };
      const ids = [await asked(sender), await asked(sender)];
      await Promise.all(
        ids.map((id, at) => (at ? owner : admin)(ops.AcceptEnquiryDocument, { id })),
      );
      expect(await clientsNamed(sender.name)).toHaveLength(1);
    }
  });

  it('creates one quote when two people convert at once', async () => {
    const id = await asked({ email: 'both@convert.test' });
    const answers = await Promise.all([
      owner(ops.ConvertEnquiryToQuoteDocument, { id }),
      admin(ops.ConvertEnquiryToQuoteDocument, { id }),
    ]);
    const ids = answers.map(({ data }) => data.convertEnquiryToQuote.quote.id);
    expect(new Set(ids).size).toBe(1);
  });

  it('finds a client of the business by email address before phone number, and does not change it', async () => {
    const input = { name: 'Known', email: 'known@client.test', phone: '0491 570 006' };
    const { data: made } = await owner(ops.CreateClientDocument, { input });
    const other = { name: 'Number Only', phone: '0491 570 156' };
    const { data: second } = await owner(ops.CreateClientDocument, { input: other });
    const byAddress = await asked({ email: 'KNOWN@client.test', phone: '0491 570 156' });
    const byNumber = await asked({ email: 'mallory@elsewhere.test', phone: '+61 491 570 156' });
    const clientOf = async (id: string) =>
      (await owner(ops.AcceptEnquiryDocument, { id })).data.acceptEnquiry.enquiry.client;
    expect(await clientOf(byAddress)).toEqual(made.createClient.client);
    // Links are sent to a client's address: nobody may replace it by entering that client's phone number.
    expect(await clientOf(byNumber)).toEqual(second.createClient.client);
    expect(second.createClient.client.email).toBeNull();
  });

  it('restores an archived client who asks again', async () => {
    const email = 'back@again.test';
    const { data: made } = await owner(ops.CreateClientDocument, {
      input: { name: 'Bea Back', email },
    });
    const { id } = made.createClient.client;
    await owner(ops.ArchiveClientDocument, { id });
    expect(await clientsNamed('Bea Back')).toEqual([]);
    const accepted = await owner(ops.AcceptEnquiryDocument, { id: await asked({ email }) });
    expect(accepted.data.acceptEnquiry.enquiry.client?.id).toBe(id);
    expect(await clientsNamed('Bea Back')).toHaveLength(1);
  });

  it('never finds a client of another business', async () => {
    const soletrader = await world.as('soletrader');
    const input = { name: 'Sols Own', email: 'sols@own.test' };
    const { data: made } = await soletrader(ops.CreateClientDocument, { input });
    const id = await asked({ name: 'Asks Both', email: 'sols@own.test' });
    const { data } = await owner(ops.AcceptEnquiryDocument, { id });
    expect(data.acceptEnquiry.enquiry.client?.id).not.toBe(made.createClient.client.id);
  });
});

describe('declining', () => {
  it('sends the reason once to the sender', async () => {
    const id = await asked({ email: 'declined@asker.test' });
    const { data } = await owner(ops.DeclineEnquiryDocument, { id, reason: 'Too far away.' });
    expect(data.declineEnquiry.enquiry).toMatchObject({
      status: 'DECLINED',
      declineReason: 'Too far away.',
    });
    const again = await admin(ops.DeclineEnquiryDocument, { id, reason: 'Another reason.' });
    expect(again.data.declineEnquiry.enquiry.declineReason).toBe('Too far away.');
    const [mail] = await world.mailsTo('declined@asker.test', 1);
    expect(mail?.text).toContain('Too far away.');
    const { rows } = await world.sql(
      "select 1 from outgoing_emails where recipient = 'declined@asker.test'",
    );
    expect(rows).toHaveLength(1);
  });

  it.each([
    ['no reason is given', { email: 'silent@asker.test' }, null],
    ['the reason is blank', { email: 'silent@asker.test' }, '  '],
    ['there is no address', { email: null, phone: '0491 570 157' }, 'Too busy.'],
  ])('sends no email when %s', async (_, question, reason) => {
    const id = await asked(question);
    const { data } = await owner(ops.DeclineEnquiryDocument, { id, reason });
    expect(data.declineEnquiry.enquiry.status).toBe('DECLINED');
    const { rows } = await world.sql(
      "select 1 from outgoing_emails where kind = 'ENQUIRY_DECLINED' and data->>'enquiryId' = $1",
      [id],
    );
    expect(rows).toHaveLength(0);
  });

  it('is refused for an accepted enquiry; accepting or converting a declined one is refused', async () => {
    const accepted = await asked({ email: 'a@settled.test' });
    await owner(ops.AcceptEnquiryDocument, { id: accepted });
    expect(codeOf(await owner(ops.DeclineEnquiryDocument, { id: accepted }))).toBe('CONFLICT');
    const declined = await asked({ email: 'd@settled.test' });
    await owner(ops.DeclineEnquiryDocument, { id: declined });
    expect(codeOf(await owner(ops.AcceptEnquiryDocument, { id: declined }))).toBe('CONFLICT');
    expect(codeOf(await owner(ops.ConvertEnquiryToQuoteDocument, { id: declined }))).toBe(
      'CONFLICT',
    );
    const { data } = await owner(ops.EnquiryDocument, { id: declined });
    expect(data.enquiry).toMatchObject({ status: 'DECLINED', client: null, quote: null });
  });
});

describe('replying', () => {
  it('requires an email address, and otherwise fails without storing the reply', async () => {
    const id = await asked({ phone: '0491 570 158' });
    const { errors } = await owner(ops.ReplyToEnquiryDocument, { id, body: 'Hello' });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'VALIDATION_FAILED', field: 'id' });
    const { data } = await owner(ops.EnquiryDocument, { id });
    expect(data.enquiry).toMatchObject({ status: 'NEW', replies: [] });
  });

  it.each([
    ['blank', '  '],
    ['too long', 'x'.repeat(10_001)],
  ])('refuses a reply that is %s, with the field', async (_, body) => {
    const id = await asked({ email: 'reply@bad.test' });
    const { errors } = await owner(ops.ReplyToEnquiryDocument, { id, body });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'VALIDATION_FAILED', field: 'body' });
  });
});

describe('people without permission', () => {
  let theirs: string;
  beforeAll(async () => {
    theirs = await asked({ email: 'x@y.test' }, 'sol-plumbing');
  });

  const everyOperation = (id: string): [typeof ops.EnquiriesDocument, object][] => [
    [ops.EnquiriesDocument, {}],
    [ops.EnquiryDocument as never, { id }],
    [ops.ReplyToEnquiryDocument as never, { id, body: 'Hello' }],
    [ops.AcceptEnquiryDocument as never, { id }],
    [ops.DeclineEnquiryDocument as never, { id }],
    [ops.ConvertEnquiryToQuoteDocument as never, { id }],
  ];

  it.each(['tradie', 'apprentice'] as const)('refuses a %s every part of it', async (person) => {
    const ask = await world.as(person);
    for (const [operation, variables] of everyOperation(await asked({ email: 'r@r.test' })))
      expect(codeOf(await ask(operation, variables))).toBe('FORBIDDEN');
  });

  it('a visitor is refused', async () => {
    for (const [operation, variables] of everyOperation(theirs))
      expect(codeOf(await world.asVisitor(operation, variables))).toBe('UNAUTHENTICATED');
  });

  it('the holder of a portal link gets NOT_FOUND', async () => {
    const client = world.withToken('jgp_nobody');
    for (const [operation, variables] of everyOperation(theirs))
      expect(codeOf(await client(operation, variables))).toBe('NOT_FOUND');
  });

  it('another business gets NOT_FOUND, and nothing changes', async () => {
    for (const [operation, variables] of everyOperation(theirs).slice(1))
      expect(codeOf(await owner(operation, variables))).toBe('NOT_FOUND');
    for (const [operation, variables] of everyOperation('no-such-id').slice(1))
      expect(codeOf(await owner(operation, variables))).toBe('NOT_FOUND');
    const { data } = await owner(ops.EnquiriesDocument, { first: 100 });
    expect(data.enquiries.nodes.map(({ id }) => id)).not.toContain(theirs);
    const { data: own } = await (await world.as('soletrader'))(ops.EnquiryDocument, { id: theirs });
    expect(own.enquiry).toMatchObject({ status: 'NEW', client: null, quote: null, replies: [] });
  });
});

it('pages through enquiries without losing or repeating any', async () => {
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const { data }: Awaited<ReturnType<typeof page>> = await page(after);
    seen.push(...data.enquiries.nodes.map(({ id }) => id));
    after = data.enquiries.pageInfo.hasNextPage
      ? (data.enquiries.pageInfo.endCursor as string)
      : null;
  } while (after);
  expect(new Set(seen).size).toBe(seen.length);
  const { rows } = await world.sql(
    "select count(*)::int as count from enquiries e join businesses b on b.id = e.business_id where b.slug = 'bright-spark'",
  );
  expect(seen).toHaveLength(rows[0]?.count as unknown as number);

  function page(cursor: string | null) {
    return owner(ops.EnquiriesDocument, { first: 7, after: cursor });
  }
});
