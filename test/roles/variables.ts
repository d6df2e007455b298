import { v7 } from 'uuid';
import { DEMO_PASSWORD } from '../../db/demo/seed-demo.js';
import { hashOfToken } from '../../src/database/tokens.js';
import { newBusiness } from '../business/empty-world.js';
import { inHours } from '../harness/jobs.js';
import { HIRED_PASSWORD } from '../harness/staff.js';
import type { Ask } from '../harness/world.js';
import * as ops from '../operations.gen.js';
import { aCardPayment, takesCards } from './card-payments.js';
import { OF_PEOPLE } from './people-variables.js';
import { type Place, revisionOf } from './places.js';
import { OF_WEBHOOKS } from './webhook-variables.js';

type Variables = Record<string, unknown>;

const PASSWORD = HIRED_PASSWORD;
const LINES = [{ description: 'Labour', unitPriceCents: 120_000 }];
const nothing = async () => ({});

/**
 * Variables for each operation at a place, created for each call; everything they name exists. What is "your own" was
 * added by the caller with this staff ID.
 */
export const VARIABLES: Record<string, (place: Place, staffId?: string) => Promise<Variables>> = {
  ...OF_PEOPLE,
  ...OF_WEBHOOKS,
  'Query.client': async ({ clientId }) => ({ id: clientId }),
  'Query.enquiry': async (place) => ({ id: await anEnquiry(place) }),
  'Query.invoice': async (place) => ({ id: await anInvoice(place) }),
  'Query.job': async ({ jobId }) => ({ id: jobId }),
  'Query.node': async ({ jobId }) => ({ id: jobId }),
  'Query.node/a client': async (place) => ({ id: await aClient(place) }),
  'Query.node/an invoice': async (place) => ({ id: await anInvoice(place) }),
  'Query.node/a draft quote': async (place) => ({ id: await aDraft(place) }),
  'Query.node/an enquiry': async (place) => ({ id: await anEnquiry(place) }),
  'Query.node/a material': async (place) => ({ id: await aMaterial(place) }),
  'Query.visits': async () => ({ from: inHours(0), to: inHours(48) }),
  'Query.quote': async (place) => ({ id: await aDraft(place) }),
  'Query.clientVisibility': async ({ jobId }) => ({ jobId, item: 'STATUS' }),
  'Query.documentVisibility': async (place) => ({ id: await aDraft(place) }),
  'Query.sharePrompt': async ({ jobId }) => ({ jobId }),

  'Query.setupLink': async (place) => ({ token: (await aSetupLink(place)).setupToken }),
  'Mutation.setUpBusiness': async (place) => ({ input: newBusiness(await aSetupLink(place)) }),
  'Mutation.requestRegistration': async () => ({ email: `${v7()}@register.test` }),
  'Mutation.signIn': async () => ({ email: 'owner@demo.jobglass.test', password: DEMO_PASSWORD }),
  'Mutation.changePassword': async () => ({ current: PASSWORD, next: `${PASSWORD} again` }),
  'Mutation.updateSiteSettings': async () => ({ input: { enquiryFormEnabled: true } }),
  'Mutation.updateBusiness': async () => ({ input: { keepInSyncByDefault: false } }),
  'Mutation.updateBusiness/how clients pay': async () => ({ input: { paymentTermsDays: 14 } }),
  'Mutation.updateBusiness/reminders': async () => ({ input: { remindOfInvoices: false } }),

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
  'Query.staffRemovalImpact': async (place) => ({ id: await aMember(place) }),
  "Mutation.removeStaffMember/to another's": async (place) => ({
    id: await aMember(place),
    reassignTo: place.nextDoor?.memberId,
  }),

  'Mutation.createClient': async () => ({ input: { name: 'Another client' } }),
  'Mutation.updateClient': async ({ clientId }) => ({
    input: { id: clientId, name: `Kim ${v7()}` },
  }),
  'Mutation.pauseReminders': async ({ clientId }) => ({ input: { clientId } }),

  'Query.similarClients': async () => ({ name: 'Kim', email: 'kim@client.test' }),
  'Query.search': async () => ({ text: 'kim' }),
  'Mutation.archiveClient': async ({ clientId }) => ({ id: clientId }),
  'Mutation.restoreClient': async ({ clientId }) => ({ id: clientId }),
  'Mutation.mergeClients': async (place) => ({
    keepId: await aClient(place),
    mergeId: await aClient(place),
  }),
  "Mutation.mergeClients/another's client": async (place) => ({
    keepId: await aClient(place),
    mergeId: place.nextDoor?.clientId,
  }),
  'Mutation.eraseClient': async (place) => ({ id: await aClient(place), reason: 'They asked.' }),

  'Mutation.openPortalLink': async () => ({ code: '00000-00000' }),
  'Mutation.requestPortalLink': async () => ({ token: `jgp_${v7()}` }),
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
  'Mutation.acceptQuoteAndCreateJob/joins': async (place) => ({
    quoteId: await aLooseQuote(place),
    jobId: place.jobId,
  }),
  'Mutation.undoQuoteAcceptance': async (place) => {
    const quoteId = await aLooseQuote(place);
    await made(place.boss, ops.AcceptQuoteAndCreateJobDocument, { quoteId });
    return { quoteId, reason: 'It was the other quote.' };
  },
  'Mutation.sendQuoteAgain': async (place) => ({ id: await aLooseQuote(place) }),
  'Mutation.withdrawQuote': async (place) => ({ id: await aLooseQuote(place) }),
  'Query.quoteTotal': aShownQuote,

  'Mutation.createJob': async () => ({ input: { title: 'Another job' } }),
  'Mutation.createJob/for a client': async ({ clientId }) => ({
    input: { title: 'Another job', clientId },
  }),
  'Mutation.createJob/with a colleague': async ({ memberId }) => ({
    input: { title: 'Another job', assigneeIds: [memberId] },
  }),
  'Mutation.createJob/with an admin': async (place) => ({
    input: { title: 'Another job', assigneeIds: [await aMember(place, 'ADMIN')] },
  }),
  'Mutation.createJob/with finance': async (place) => ({
    input: { title: 'Another job', assigneeIds: [await aMember(place, 'FINANCE')] },
  }),
  'Mutation.updateJob/with an admin': async (place) => ({
    input: { id: place.jobId, assigneeIds: [await aMember(place, 'ADMIN')] },
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
  'Mutation.scheduleVisit/with finance': async (place) => ({
    input: {
      jobId: place.jobId,
      startsAt: inHours(48),
      endsAt: inHours(50),
      assigneeIds: [await aMember(place, 'FINANCE')],
    },
  }),
  'Mutation.rescheduleVisit': async (place) => ({
    id: await aVisit(place),
    startsAt: inHours(96),
    endsAt: inHours(98),
  }),
  'Mutation.assignVisit': async (place) => ({
    id: await aVisit(place),
    assigneeIds: [place.memberId],
  }),
  "Mutation.assignVisit/another's staff": async (place) => ({
    id: await aVisit(place),
    assigneeIds: [place.nextDoor?.memberId],
  }),
  'Query.overlappingVisits': async ({ memberId }) => ({
    startsAt: inHours(48),
    endsAt: inHours(50),
    assigneeIds: [memberId],
  }),
  'Mutation.cancelVisit': async (place) => ({ id: await aVisit(place) }),

  'Mutation.addNote': async ({ jobId }) => ({ input: { jobId, body: 'Gate stays open' } }),
  'Mutation.updateNote': async (place) => ({ id: await aNote(place), body: 'Gate is shut' }),
  'Mutation.removeNote': async (place) => ({ id: await aNote(place) }),
  'Mutation.updateNote/your own': async (place, staffId) => ({
    id: await addedBy(place, staffId, 'notes', 'author_id', await aNote(place)),
    body: 'Gate is shut',
  }),
  'Mutation.removeNote/your own': async (place, staffId) => ({
    id: await addedBy(place, staffId, 'notes', 'author_id', await aNote(place)),
  }),
  'Mutation.undoRemoval': async (place, staffId) => ({ id: await aRemovedNote(place, staffId) }),
  'Mutation.addTodo': async ({ jobId }) => ({ input: { jobId, title: 'Order tiles' } }),
  'Mutation.updateTodo': async (place) => ({ input: { id: await aTodo(place), done: true } }),
  'Mutation.updateTodo/its title': async (place) => ({
    input: { id: await aTodo(place), title: 'Order slates', done: true },
  }),
  'Mutation.removeTodo': async (place) => ({ id: await aTodo(place) }),
  'Mutation.addMaterial': async ({ jobId }) => ({ input: { jobId, name: 'Tiles' } }),
  'Mutation.updateMaterial': async (place) => ({
    input: { id: await aMaterial(place), name: 'Slate tiles' },
  }),
  'Mutation.removeMaterial': async (place) => ({ id: await aMaterial(place) }),
  'Mutation.updateMaterial/your own': async (place, staffId) => ({
    input: {
      id: await addedBy(place, staffId, 'materials', 'added_by_id', await aMaterial(place)),
      name: 'Slate tiles',
    },
  }),
  'Mutation.removeMaterial/your own': async (place, staffId) => ({
    id: await addedBy(place, staffId, 'materials', 'added_by_id', await aMaterial(place)),
  }),
  'Mutation.addPhoto': async ({ jobId }) => ({ input: { jobId, caption: 'The gate' } }),
  "Mutation.addPhoto/another's visit": async ({ jobId, nextDoor }) => ({
    input: { jobId, caption: 'The gate', visitId: await aVisit(nextDoor as Place) },
  }),
  'Mutation.removePhoto': async (place) => ({ id: await aPhoto(place) }),

  'Mutation.removePhoto/your own': async (place, staffId) => ({
    id: await addedBy(place, staffId, 'photos', 'added_by_id', await aPhoto(place)),
  }),

  'Mutation.createInvoice': async ({ jobId }) => ({ input: { jobId, lines: LINES } }),
  "Mutation.createInvoice/another's quote": async ({ jobId, nextDoor }) => ({
    input: { jobId, quoteId: await aLooseQuote(nextDoor as Place) },
  }),
  'Mutation.updateInvoice': async (place) => ({
    input: { id: await anInvoice(place), title: 'Roof and gutters' },
  }),
  'Mutation.discardInvoiceChanges': async (place) => ({ id: await aSentInvoice(place) }),
  'Mutation.creditInvoice': async (place) => ({
    id: await aSentInvoice(place),
    reason: 'Charged twice',
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
  'Mutation.refundPayment': async (place) => ({
    id: await aCardPayment(place, await aSentInvoice(place)),
    reason: 'It was too much',
  }),
  'Mutation.voidInvoice': async (place) => ({ id: await aSentInvoice(place) }),

  // Off, or the next share would have nothing to review.
  'Mutation.setKeepInSync': async ({ jobId }) => ({ jobId, enabled: false }),
  'Mutation.shareWithClient': async (place) => ({
    input: { jobId: place.jobId, revision: await revisionOf(place), items: ['STATUS'] },
  }),
  'Mutation.dismissSharePrompt': async (place) => ({
    jobId: place.jobId,
    revision: await revisionOf(place),
  }),
  'Mutation.updateSharing': async ({ jobId }) => ({ jobId, items: ['STATUS'] }),
  'Mutation.setPhotoStage': async (place) => ({ photoId: await aPhoto(place), stage: 'BEFORE' }),
  'Mutation.setPhotoSharing': async (place) => ({ photoId: await aPhoto(place), shared: true }),
  'Mutation.setPhotoSharing/tradies may': async (place) => {
    await place.boss(ops.LetTradiesTogglePhotosDocument, { on: true });
    return { photoId: await aPhoto(place), shared: true };
  },
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

  'Mutation.payInvoice': async (place) => {
    await takesCards(place);
    return { invoiceId: await aShownInvoice(place) };
  },

  'Subscription.jobChanged': async ({ jobId }) => ({ jobId }),
};

/** Returns the variables of a row; operations without arguments need none. */
export function variablesFor(row: string): (place: Place, staffId?: string) => Promise<Variables> {
  return VARIABLES[row] ?? nothing;
}

export function newcomer(role: ops.StaffRole = 'TRADIE') {
  return { name: 'Nora New', email: `${v7()}@staff.test`, role };
}

async function aClient({ boss }: Place): Promise<string> {
  const { data } = await boss(ops.CreateClientDocument, { input: { name: `Kim ${v7()}` } });
  return data.createClient.client.id;
}

/** A set-up link that was mailed to somebody. */
async function aSetupLink({ world }: Place) {
  const id = v7();
  const link = { setupToken: `jgu_${id}`, ownerEmail: `${id}@register.test` };
  await world.sql(
    "insert into setup_links (id, token_hash, email, created_at, expires_at) values ($1, $2, $3, now(), now() + interval '1 day')",
    [id, hashOfToken(link.setupToken), link.ownerEmail],
  );
  return link;
}

async function aMember({ boss }: Place, role?: ops.StaffRole): Promise<string> {
  const { addStaffMember } = await made(boss, ops.AddStaffMemberDocument, {
    input: newcomer(role),
  });
  return addStaffMember.staffMember.id;
}

/** A valid form; sending so many by the API would exceed the limit of one address. */
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

async function aShownInvoice(place: Place): Promise<string> {
  const id = await aSentInvoice(place);
  await made(place.boss, ops.UpdateSharingDocument, {
    jobId: place.jobId,
    items: ['STATUS', `INVOICE:${id}`],
  });
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

/** A note that this staff member has removed. */
async function aRemovedNote(place: Place, staffId: string | undefined): Promise<string> {
  const { boss, world } = place;
  const id = await aNote(place);
  await made(boss, ops.RemoveNoteDocument, { id });
  if (staffId)
    await world.sql('update removed_records set removed_by_id = $1 where id = $2', [staffId, id]);
  return id;
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

/** Makes the caller the person who added an entry; without a caller it stays the owner's. */
async function addedBy(
  { world }: Place,
  staffId: string | undefined,
  table: string,
  column: string,
  id: string,
): Promise<string> {
  if (staffId) await world.sql(`update ${table} set ${column} = $1 where id = $2`, [staffId, id]);
  return id;
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

/** Creates an email like the newest of the job, as if Resend had refused it. */
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

/** Returns the result of a preparation; throws if that failed. */
async function made<T, V>(boss: Ask, ...asked: Parameters<typeof boss<T, V>>): Promise<T> {
  const { data, errors } = await boss(...asked);
  if (errors) throw new Error(`It could not be prepared: ${JSON.stringify(errors)}`);
  return data;
}
