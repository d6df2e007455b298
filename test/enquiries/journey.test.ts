import { type Ask, openWorld, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';

let world: World;
let owner: Ask;
beforeAll(async () => {
  world = await openWorld();
  owner = await world.as('owner');
});
afterAll(() => world.close());

const slug = 'bright-spark';
const question = {
  name: '  Wanda Wonders ',
  email: 'Wanda@Wonders.test',
  phone: '0499 123 456',
  message: 'Hello,\ncan you fit two ceiling fans?',
  siteAddress: '1 Fan Street',
};

describe('somebody sends the public form', () => {
  let id: string;

  it('and gets only the confirmation that it was received', async () => {
    const { data, errors } = await world.asVisitor(ops.SubmitEnquiryDocument, {
      slug,
      input: question,
    });
    expect(errors).toBeUndefined();
    expect(data).toEqual({ submitEnquiry: { received: true } });
  });

  it('and staff find it, newest first, with normalized address and number', async () => {
    const { data } = await owner(ops.EnquiriesDocument, { status: 'NEW' });
    const [newest] = data.enquiries.nodes;
    id = newest?.id as string;
    expect(newest).toMatchObject({
      name: 'Wanda Wonders',
      email: 'wanda@wonders.test',
      phone: '+61499123456',
      message: question.message,
      siteAddress: '1 Fan Street',
      status: 'NEW',
      client: null,
      quote: null,
      replies: [],
    });
  });

  it('and owner and admin each get one email, with who sent it and not its text', async () => {
    for (const address of ['owner@demo.jobglass.test', 'admin@demo.jobglass.test']) {
      const [mail] = await world.mailsTo(address, 1);
      expect(mail?.subject).toBe('New enquiry from Wanda Wonders');
      for (const secret of ['ceiling fans', 'wonders.test', '499', 'Fan Street'])
        expect(`${mail?.html}${mail?.text}`).not.toContain(secret);
    }
    const { rows } = await world.sql(
      "select recipient from outgoing_emails where kind = 'NEW_ENQUIRY' order by recipient",
    );
    expect(rows.map(({ recipient }) => recipient)).toEqual([
      'admin@demo.jobglass.test',
      'owner@demo.jobglass.test',
    ]);
  });

  it('and gets the reply by email, and staff see who wrote it', async () => {
    const supervisor = await world.as('supervisor');
    const { data, errors } = await supervisor(ops.ReplyToEnquiryDocument, {
      id,
      body: 'Yes.\nIs Monday fine?',
    });
    expect(errors).toBeUndefined();
    expect(data.replyToEnquiry.enquiry).toMatchObject({
      status: 'REPLIED',
      replies: [
        {
          body: 'Yes.\nIs Monday fine?',
          sentTo: 'wanda@wonders.test',
          author: { name: 'Sue Supervisor' },
        },
      ],
    });
    const [mail] = await world.mailsTo('wanda@wonders.test', 1);
    expect(mail?.subject).toBe('Bright Spark Electrical: your enquiry');
    expect(mail?.text).toContain('Yes.\nIs Monday fine?');
    expect(mail?.text).not.toContain('ceiling fans');
    expect(mail?.text).not.toContain('Sue');
  });

  it('and becomes a client with a draft quote, titled by the enquiry, in one step', async () => {
    const { data, errors } = await owner(ops.ConvertEnquiryToQuoteDocument, { id });
    expect(errors).toBeUndefined();
    expect(data.convertEnquiryToQuote).toMatchObject({
      quote: {
        title: 'Hello, can you fit two ceiling fans?',
        status: 'DRAFT',
        client: { name: 'Wanda Wonders' },
      },
      job: null,
      sharePromptStatus: null,
    });
    const { data: after } = await owner(ops.EnquiryDocument, { id });
    expect(after.enquiry).toMatchObject({
      status: 'CONVERTED',
      client: { name: 'Wanda Wonders', email: 'wanda@wonders.test', phone: '+61499123456' },
      quote: { id: data.convertEnquiryToQuote.quote.id },
    });
    expect(after.enquiry?.quote?.internalNotes).toContain('1 Fan Street');
  });

  it('and two people who convert it at once get the same quote', async () => {
    const admin = await world.as('admin');
    const answers = await Promise.all([
      owner(ops.ConvertEnquiryToQuoteDocument, { id }),
      admin(ops.ConvertEnquiryToQuoteDocument, { id }),
    ]);
    const { data } = await owner(ops.EnquiryDocument, { id });
    for (const answer of answers)
      expect(answer.data.convertEnquiryToQuote.quote.id).toBe(data.enquiry?.quote?.id);
    const { data: client } = await owner(ops.ClientWithHistoryDocument, {
      id: data.enquiry?.client?.id as string,
    });
    expect(client.client).toMatchObject({
      quotes: [{ id: data.enquiry?.quote?.id }],
      jobs: [],
      enquiries: [{ id }],
    });
  });

  it('and can still get replies after the conversion', async () => {
    const { data } = await owner(ops.ReplyToEnquiryDocument, { id, body: 'The quote is coming.' });
    expect(data.replyToEnquiry.enquiry).toMatchObject({ status: 'CONVERTED' });
    expect(data.replyToEnquiry.enquiry.replies).toHaveLength(2);
  });
});

it('the demo has one open enquiry and one that was answered', async () => {
  const { data } = await (await world.as('soletrader'))(ops.EnquiriesDocument, {});
  expect(data.enquiries.nodes.map(({ name, status }) => [name, status])).toEqual([
    ['Petra Passerby', 'REPLIED'],
    ['Vera Visitor', 'NEW'],
  ]);
});
