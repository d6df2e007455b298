import { v7 } from 'uuid';
import { DEMO_PASSWORD } from '../../db/demo/seed-demo.js';
import { inHours } from '../harness/jobs.js';
import type { Ask } from '../harness/world.js';
import * as ops from '../operations.gen.js';
import { type Place, revisionOf } from './places.js';

type Variables = Record<string, unknown>;

export const PASSWORD = 'long enough for all';
const LINES = [{ description: 'Labour', unitPriceCents: 120_000 }];
const nothing = async () => ({});

/** What each operation is called with at a place, made afresh each time; whatever it names is there. */
export const VARIABLES: Record<string, (place: Place) => Promise<Variables>> = {
  'Query.client': async ({ clientId }) => ({ id: clientId }),
  'Query.enquiry': async (place) => ({ id: await anEnquiry(place) }),
  'Query.invoice': async (place) => ({ id: await anInvoice(place) }),
  'Query.job': async ({ jobId }) => ({ id: jobId }),
  'Query.quote': async (place) => ({ id: await aDraft(place) }),
  'Query.clientVisibility': async ({ jobId }) => ({ jobId, item: 'STATUS' }),
  'Query.sharePrompt': async ({ jobId }) => ({ jobId }),

  'Mutation.signIn': async () => ({ email: 'owner@demo.jobglass.test', password: DEMO_PASSWORD }),
  'Mutation.changePassword': async () => ({ current: PASSWORD, next: `${PASSWORD} again` }),
  'Mutation.updateSiteSettings': async () => ({ input: { enquiryFormEnabled: true } }),

  'Mutation.addStaffMember': async () => ({ input: newcomer() }),
  'Mutation.addStaffMember/an owner': async () => ({ input: newcomer('BUSINESS_OWNER') }),
  'Mutation.updateStaffMember': async (place) => ({
    input: { id: await aMember(place), name: 'Nora Newer' },
  }),
  'Mutation.updateStaffMember/an owner': async (place) => ({
    input: { id: await aMember(place, 'BUSINESS_OWNER'), name: 'Nora Newer' },
  }),
  'Mutation.updateStaffMember/to owner': async (place) => ({
    input: { id: await aMember(place), role: 'BUSINESS_OWNER' },
  }),
  'Mutation.removeStaffMember': async (place) => ({ id: await aMember(place) }),
  'Mutation.removeStaffMember/an owner': async (place) => ({
    id: await aMember(place, 'BUSINESS_OWNER'),
  }),

  'Mutation.createClient': async () => ({ input: { name: 'Another client' } }),
  'Mutation.updateClient': async ({ clientId }) => ({
    input: { id: clientId, name: `Kim ${v7()}` },
  }),

  'Mutation.submitEnquiry': async ({ slug }) => ({
    businessSlug: slug,
    input: { name: 'Vera', email: 'vera@visitor.test', message: 'Can you come?' },
  }),
  'Mutation.replyToEnquiry': async (place) => ({ id: await anEnquiry(place), body: 'We can.' }),
  'Mutation.acceptEnquiry': async (place) => ({ id: await anEnquiry(place) }),
  'Mutation.declineEnquiry': async (place) => ({ id: await anEnquiry(place) }),
  'Mutation.convertEnquiryToQuote': async (place) => ({ id: await anEnquiry(place) }),

  'Mutation.createQuote': async () => ({
    input: { title: 'Gutters', lines: LINES, newClient: { name: 'Nina New' } },
  }),
  'Mutation.createQuote/for a job': async ({ jobId }) => ({
    input: { title: 'Gutters', lines: LINES, jobId },
  }),
  'Mutation.createQuote/for a client': async ({ clientId }) => ({
    input: { title: 'Gutters', lines: LINES, clientId },
  }),
  'Mutation.updateQuote': async (place) => ({
    input: { id: await aDraft(place), title: 'More gutters' },
  }),
  'Mutation.sendQuote': async (place) => ({ id: await aDraft(place) }),
  'Mutation.acceptQuoteAndCreateJob': async (place) => ({ quoteId: await aLooseQuote(place) }),

  'Mutation.createJob': async () => ({ input: { title: 'Another job' } }),
  'Mutation.createJob/for a client': async ({ clientId }) => ({
    input: { title: 'Another job', clientId },
  }),
  'Mutation.createJob/with a colleague': async ({ memberId }) => ({
    input: { title: 'Another job', assigneeIds: [memberId] },
  }),
  'Mutation.updateJob': async ({ jobId }) => ({ input: { id: jobId, title: `Roof ${v7()}` } }),
  "Mutation.updateJob/another's client": async ({ jobId, nextDoor }) => ({
    input: { id: jobId, clientId: nextDoor?.clientId },
  }),
  "Mutation.updateJob/another's staff": async ({ jobId, nextDoor }) => ({
    input: { id: jobId, assigneeIds: [nextDoor?.memberId] },
  }),
  'Mutation.setJobStatus': async ({ jobId }) => ({ jobId, status: 'IN_PROGRESS' }),
  'Mutation.attachQuote': async (place) => ({
    jobId: place.jobId,
    quoteId: await aLooseQuote(place),
  }),
  "Mutation.attachQuote/another's quote": async ({ jobId, nextDoor }) => ({
    jobId,
    quoteId: await aLooseQuote(nextDoor as Place),
  }),
  'Mutation.scheduleVisit': async ({ jobId }) => ({
    input: { jobId, startsAt: inHours(48), endsAt: inHours(50) },
  }),
  "Mutation.scheduleVisit/another's staff": async ({ jobId, nextDoor }) => ({
    input: {
      jobId,
      startsAt: inHours(48),
      endsAt: inHours(50),
      assigneeIds: [nextDoor?.memberId],
    },
  }),
  'Mutation.rescheduleVisit': async (place) => ({
    id: await aVisit(place),
    startsAt: inHours(96),
    endsAt: inHours(98),
  }),
  'Mutation.cancelVisit': async (place) => ({ id: await aVisit(place) }),

  'Mutation.addNote': async ({ jobId }) => ({ input: { jobId, body: 'Gate stays open' } }),
  'Mutation.updateNote': async (place) => ({ id: await aNote(place), body: 'Gate is shut' }),
  'Mutation.removeNote': async (place) => ({ id: await aNote(place) }),
  'Mutation.addTodo': async ({ jobId }) => ({ input: { jobId, title: 'Order tiles' } }),
  'Mutation.updateTodo': async (place) => ({ input: { id: await aTodo(place), done: true } }),
  'Mutation.removeTodo': async (place) => ({ id: await aTodo(place) }),
  'Mutation.addMaterial': async ({ jobId }) => ({ input: { jobId, name: 'Tiles' } }),
  'Mutation.updateMaterial': async (place) => ({
    input: { id: await aMaterial(place), name: 'Slate tiles' },
  }),
  'Mutation.removeMaterial': async (place) => ({ id: await aMaterial(place) }),
  'Mutation.addPhoto': async ({ jobId }) => ({ input: { jobId, caption: 'The gate' } }),
  "Mutation.addPhoto/another's visit": async ({ jobId, nextDoor }) => ({
    input: { jobId, caption: 'The gate', visitId: await aVisit(nextDoor as Place) },
  }),
  'Mutation.removePhoto': async (place) => ({ id: await aPhoto(place) }),

  'Mutation.createInvoice': async ({ jobId }) => ({ input: { jobId, lines: LINES } }),
  "Mutation.createInvoice/another's quote": async ({ jobId, nextDoor }) => ({
    input: { jobId, quoteId: await aLooseQuote(nextDoor as Place) },
  }),
  'Mutation.sendInvoice': async (place) => ({ id: await anInvoice(place) }),
  'Mutation.recordPayment': async (place) => ({
    invoiceId: await aSentInvoice(place),
    amountCents: 100,
  }),
  'Mutation.reversePayment': async (place) => ({
    id: await aPayment(place),
    reason: 'The cheque bounced',
  }),
  'Mutation.voidInvoice': async (place) => ({ id: await aSentInvoice(place) }),

  // Off, or the next share would find nothing left to review.
  'Mutation.setKeepInSync': async ({ jobId }) => ({ jobId, enabled: false }),
  'Mutation.shareWithClient': async (place) => ({
    input: { jobId: place.jobId, revision: await revisionOf(place), items: ['STATUS'] },
  }),
  'Mutation.dismissSharePrompt': async (place) => ({
    jobId: place.jobId,
    revision: await revisionOf(place),
  }),
  'Mutation.updateSharing': async ({ jobId }) => ({ jobId, items: ['STATUS'] }),
  'Mutation.setPhotoSharing': async (place) => ({ photoId: await aPhoto(place), shared: true }),
  'Mutation.resendShare': async ({ jobId }) => ({ jobId }),
  'Mutation.revokePortalLink': async (place) => ({ id: await aLink(place) }),

  'Mutation.resendEmail': async (place) => ({ id: await aFailedShare(place) }),
  'Mutation.resendEmail/an invoice': async (place) => ({ id: await aFailedInvoice(place) }),
  'Mutation.dismissFailedEmail': async (place) => ({ id: await aFailedShare(place) }),

  'Mutation.setClientMessages': async ({ jobId }) => ({ jobId, enabled: true }),
  'Mutation.sendMessage': async ({ jobId }) => ({ jobId, body: 'Good morning' }),
  'Mutation.markMessagesRead': async ({ jobId }) => ({ jobId }),

  'Mutation.acceptQuote': async (place) => ({ ...(await aShownQuote(place)), name: 'Kim Client' }),
  'Mutation.declineQuote': aShownQuote,
  'Mutation.requestQuoteChanges': async (place) => ({
    ...(await aShownQuote(place)),
    message: 'In green, please.',
  }),

  'Subscription.jobChanged': async ({ jobId }) => ({ jobId }),
};

/** What a row is called with; an operation without arguments needs nothing. */
export function variablesFor(row: string): (place: Place) => Promise<Variables> {
  return VARIABLES[row] ?? nothing;
}

export function newcomer(role: ops.StaffRole = 'TRADIE') {
  return { name: 'Nora New', email: `${v7()}@staff.test`, password: PASSWORD, role };
}

async function aMember({ boss }: Place, role?: ops.StaffRole): Promise<string> {
  const { addStaffMember } = await made(boss, ops.AddStaffMemberDocument, {
    input: newcomer(role),
  });
  return addStaffMember.staffMember.id;
}

/** As the form leaves it; sending so many through it would be too many from one address. */
async function anEnquiry({ world, businessId }: Place): Promise<string> {
  const id = v7();
  await world.sql(
    `insert into enquiries (id, business_id, name, email, message, received_at, sender)
     values ($1, $2, 'Vera', $3, 'Can you come?', now(), 'a test')`,
    [id, businessId, `${id}@visitor.test`],
  );
  return id;
}

async function aDraft({ boss, jobId }: Place): Promise<string> {
  const input = { title: 'Gutters', lines: LINES, jobId };
  return (await made(boss, ops.CreateQuoteDocument, { input })).createQuote.quote.id;
}

async function aLooseQuote({ boss, clientId }: Place): Promise<string> {
  const input = { title: 'Gutters', lines: LINES, clientId };
  const { createQuote } = await made(boss, ops.CreateQuoteDocument, { input });
  await made(boss, ops.SendQuoteDocument, { id: createQuote.quote.id });
  return createQuote.quote.id;
}

async function aShownQuote(place: Place): Promise<{ quoteId: string; version: number }> {
  const quoteId = await aDraft(place);
  await made(place.boss, ops.SendQuoteDocument, { id: quoteId });
  await made(place.boss, ops.UpdateSharingDocument, {
    jobId: place.jobId,
    items: ['STATUS', `QUOTE:${quoteId}`],
  });
  return { quoteId, version: 1 };
}

async function anInvoice({ boss, jobId }: Place): Promise<string> {
  const input = { jobId, lines: LINES };
  return (await made(boss, ops.CreateInvoiceDocument, { input })).createInvoice.invoice.id;
}

async function aSentInvoice(place: Place): Promise<string> {
  const id = await anInvoice(place);
  await made(place.boss, ops.SendInvoiceDocument, { id });
  return id;
}

async function aPayment(place: Place): Promise<string> {
  const invoiceId = await aSentInvoice(place);
  const paid = { invoiceId, amountCents: 100 };
  return (await made(place.boss, ops.RecordPaymentDocument, paid)).recordPayment.payment.id;
}

async function aVisit({ boss, jobId }: Place): Promise<string> {
  const input = { jobId, startsAt: inHours(72), endsAt: inHours(74) };
  return (await made(boss, ops.ScheduleVisitDocument, { input })).scheduleVisit.visit.id;
}

async function aNote({ boss, jobId }: Place): Promise<string> {
  const input = { jobId, body: 'Gate stays open', internal: false };
  return (await made(boss, ops.AddNoteDocument, { input })).addNote.note.id;
}

async function aTodo({ boss, jobId }: Place): Promise<string> {
  const input = { jobId, title: 'Order tiles' };
  return (await made(boss, ops.AddTodoDocument, { input })).addTodo.todo.id;
}

async function aMaterial({ boss, jobId }: Place): Promise<string> {
  const input = { jobId, name: 'Tiles' };
  return (await made(boss, ops.AddMaterialDocument, { input })).addMaterial.material.id;
}

async function aPhoto({ boss, jobId }: Place): Promise<string> {
  const input = { jobId, caption: 'The gate' };
  return (await made(boss, ops.AddPhotoDocument, { input })).addPhoto.photo.id;
}

async function aLink({ boss, jobId }: Place): Promise<string> {
  return (await made(boss, ops.ResendShareDocument, { jobId })).resendShare.portalLink
    ?.id as string;
}

async function aFailedShare(place: Place): Promise<string> {
  await made(place.boss, ops.ResendShareDocument, { jobId: place.jobId });
  return failedMail(place, 'SHARE');
}

async function aFailedInvoice(place: Place): Promise<string> {
  await aSentInvoice(place);
  return failedMail(place, 'INVOICE');
}

/** A mail like the newest of the job, which the mail service had refused. */
async function failedMail({ world, jobId }: Place, kind: string): Promise<string> {
  const id = v7();
  await world.sql(
    `insert into outgoing_emails (id, business_id, job_id, kind, recipient, data, job_key, status, failure, created_at)
     select $1::uuid, business_id, job_id, kind, recipient, data, 'failed:' || $1::uuid, 'FAILED', 'Refused.', created_at
     from outgoing_emails where job_id = $2 and kind = $3 order by id desc limit 1`,
    [id, jobId, kind],
  );
  return id;
}

/** What came of something that has to work before the question can be asked. */
async function made<T, V>(boss: Ask, ...asked: Parameters<typeof boss<T, V>>): Promise<T> {
  const { data, errors } = await boss(...asked);
  if (errors) throw new Error(`It could not be prepared: ${JSON.stringify(errors)}`);
  return data;
}
