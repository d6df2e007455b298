import { inHours, promptOf } from '../harness/jobs.js';
import { following, sessionOf } from '../harness/live.js';
import type { Ask } from '../harness/world.js';
import * as ops from '../operations.gen.js';
import {
  ClientPhone,
  DEPOSIT_PERCENT,
  deliverTwice,
  isPaidOnce,
  LINES,
  mailToNell,
  NELL,
  openShop,
  payInTwoTabs,
  REST,
  type Shop,
  TERMS,
  TITLE,
} from './paying-client.js';

let shop: Shop;
let owner: Ask;
beforeAll(async () => {
  shop = await openShop();
  ({ owner } = shop);
}, 60_000);
afterAll(() => shop?.close());

async function done<T, V>(ask: Ask, ...asked: Parameters<typeof ask<T, V>>): Promise<T> {
  const { data, errors } = await ask(...asked);
  expect(errors).toBeUndefined();
  return data;
}

it('somebody without a job says yes on a phone, and pays once in two tabs, by the link of the first mail', async () => {
  const quoteId = await quoteOfEnquiry();
  const mail = await mailToNell(shop, new RegExp(`: quote \\d+, ${TITLE}$`));
  const phone = await ClientPhone.open(shop, shop.linkIn(mail));
  await phone.choose();
  await phone.sign();
  await phone.cutMidWrite('acceptQuote', () => phone.sayYes());
  await phone.choose();
  await phone.sign();
  await phone.sayYes();
  await phone.payDeposit();
  await phone.page.goto(phone.link);

  const jobId = await shareJobOf(quoteId);
  await phone.page.getByRole('heading', { name: TITLE, level: 1 }).waitFor();
  const invoiceId = await invoiceOf(jobId, quoteId);
  const changes = await following(
    shop.world,
    await sessionOf(shop.world, 'owner'),
    ops.JobChangedDocument,
    { jobId },
  );
  const other = await payInTwoTabs(phone);
  await deliverTwice(shop);
  await changes.next();
  await phone.isPaid();
  await isPaidOnce(shop, invoiceId);
  await shop.switchPortal(false);
  await Promise.all([phone.isCut(), phone.isCut(other)]);
  await phone.comesBack();
  const words = await phone.receipt();
  for (const each of ['Receipt', REST]) expect(words).toContain(each);
  await changes.close();
}, 40_000);

async function quoteOfEnquiry(): Promise<string> {
  await done(shop.world.asVisitor, ops.SubmitEnquiryDocument, {
    slug: 'bright-spark',
    input: { ...NELL, message: 'Can you fit two ceiling fans?' },
  });
  const { enquiries } = await done(owner, ops.EnquiriesDocument, { status: 'NEW' });
  const enquiryId = enquiries.nodes.find(({ email }) => email === NELL.email)?.id as string;
  const converted = await done(owner, ops.ConvertEnquiryToQuoteDocument, { id: enquiryId });
  const { id } = converted.convertEnquiryToQuote.quote;
  await done(owner, ops.UpdateQuoteDocument, {
    input: { id, title: TITLE, terms: TERMS, lines: LINES, depositPercent: DEPOSIT_PERCENT },
  });
  await done(owner, ops.SendQuoteDocument, { id });
  return id;
}

/** Makes the job of the accepted quote, plans its first visit and shares it. */
async function shareJobOf(quoteId: string): Promise<string> {
  const accepted = await done(owner, ops.AcceptQuoteAndCreateJobDocument, { quoteId });
  const jobId = accepted.acceptQuoteAndCreateJob.job.id;
  await done(owner, ops.ScheduleVisitDocument, {
    input: { jobId, startsAt: inHours(48), endsAt: inHours(52) },
  });
  const prompt = await promptOf(owner, jobId);
  const items = (prompt?.items ?? [])
    .filter(({ preselected }) => preselected)
    .map(({ key }) => key);
  expect(items).toContain(`QUOTE:${quoteId}`);
  await done(owner, ops.ShareWithClientDocument, {
    input: { jobId, revision: prompt?.revision as number, items },
  });
  return jobId;
}

async function invoiceOf(jobId: string, quoteId: string): Promise<string> {
  const { createInvoice } = await done(owner, ops.CreateInvoiceDocument, {
    input: { jobId, quoteId },
  });
  const { id } = createInvoice.invoice;
  await done(owner, ops.SendInvoiceDocument, { id });
  return id;
}
