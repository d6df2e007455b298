import { ofInvoice, ofQuote } from '../peers/with-computed.js';
import { phoneForms } from '../peers/with-phones.js';
import type { Json } from './workload.js';

// The same fields under the same names by aliases; each relation of PostGraphile is named by its whole key.

const VISITS = 'visitsByBusinessIdAndJobId';
const IN_TIME = 'orderBy: [STARTS_AT_ASC, ROW_ID_ASC]';
const IN_LINE = 'orderBy: [POSITION_ASC, ROW_ID_ASC]';
const PRICES = 'netCents taxCents totalCents';

/** The portal page's query; the to-dos of the job are counted afterwards. */
export const PORTAL_OF_POSTGRAPHILE = `query Portal($jobId: UUID!, $businessId: UUID!, $clientId: UUID!) {
  business: businessByRowId(rowId: $businessId) { name country phone email logoUrl timeZone currency dateOrder taxName pageColour paymentInstructions }
  client: clientByBusinessIdAndRowId(businessId: $businessId, rowId: $clientId) { id: rowId name language }
  job: jobByBusinessIdAndRowId(businessId: $businessId, rowId: $jobId) {
    id: rowId number title description siteAddress status clientMessagesEnabled
    publications: publicationsByBusinessIdAndJobId(first: 1, condition: { clientId: $clientId }, orderBy: [VERSION_DESC]) { nodes { version } }
    messages: messagesByBusinessIdAndJobId(last: 500, condition: { clientId: $clientId }) { nodes { id: rowId from: sender body sentAt } }
    visits: ${VISITS}(condition: { cancelledAt: null }, ${IN_TIME}) { nodes { id: rowId startsAt endsAt } }
    notes: notesByBusinessIdAndJobId(condition: { internal: false }) { nodes { id: rowId body createdAt } }
    todos: todosByBusinessIdAndJobId { nodes { id: rowId title done } }
    photos: photosByBusinessIdAndJobId(condition: { shared: true }) { nodes { id: rowId caption createdAt stage width height displayUrl thumbnailUrl } }
    quotes: quotesByBusinessIdAndJobId(condition: { sent: true, clientId: $clientId }) { nodes {
      id: rowId number version title status sentAt validUntil terms answeredAt answeredBy answerMessage depositPercent depositDueCents ${PRICES}
      lines: quoteLinesByBusinessIdAndQuoteId(${IN_LINE}) { nodes { id: rowId description groupName optional chosen quantity unitPriceCents netCents } }
    } }
    invoices: invoicesByBusinessIdAndJobId(condition: { visibleToClient: true, clientId: $clientId }) { nodes {
      id: rowId kind number version title status issuedOn dueOn ${PRICES} paidCents creditedCents owedCents confirmingCents creditedInvoiceNumber creditReason
      lines: invoiceLinesByBusinessIdAndInvoiceId(${IN_LINE}) { nodes { id: rowId description quantity unitPriceCents taxRateBasisPoints netCents } }
    } }
  }
}`;

export const BOARD_OF_POSTGRAPHILE = `query Board($first: Int!, $businessId: UUID!) {
  jobs: allJobs(first: $first, orderBy: [ROW_ID_DESC], condition: { businessId: $businessId, open: true }) { nodes {
    id: rowId number title status siteAddress
    client: clientByBusinessIdAndClientId { id: rowId name email phone }
    visits: ${VISITS}(${IN_TIME}) { nodes { id: rowId startsAt endsAt cancelledAt } }
    notes: notesByBusinessIdAndJobId { nodes { id: rowId body internal createdAt } }
    todos: todosByBusinessIdAndJobId { nodes { id: rowId title done } }
    quotes: quotesByBusinessIdAndJobId { nodes { id: rowId number version title status sentAt validUntil ${PRICES} marginCents } }
    photos: photosByBusinessIdAndJobId { nodes { id: rowId caption shared createdAt width height thumbnailUrl displayUrl } }
  } }
}`;

const ASSIGNEES = 'nodes { only: staffMemberByBusinessIdAndStaffMemberId { id: rowId name } }';

export const JOB_OF_POSTGRAPHILE = `query Job($jobId: UUID!, $businessId: UUID!, $clientId: UUID!) {
  job: jobByBusinessIdAndRowId(businessId: $businessId, rowId: $jobId) {
    id: rowId number title description siteAddress status internalNotes clientMessagesEnabled
    client: clientByBusinessIdAndClientId { id: rowId name email phone }
    assignees: assignmentsByBusinessIdAndJobId(condition: { visitId: null }) { ${ASSIGNEES} }
    visits: ${VISITS}(${IN_TIME}) { nodes { id: rowId startsAt endsAt cancelledAt
      assignees: assignmentsByBusinessIdAndVisitId { ${ASSIGNEES} } } }
    notes: notesByBusinessIdAndJobId { nodes { id: rowId body internal createdAt author: staffMemberByBusinessIdAndAuthorId { id: rowId name } } }
    todos: todosByBusinessIdAndJobId { nodes { id: rowId title done } }
    photos: photosByBusinessIdAndJobId { nodes { id: rowId caption shared createdAt width height thumbnailUrl displayUrl originalUrl } }
    materials: materialsByBusinessIdAndJobId { nodes { id: rowId name quantity unitCostCents } }
    messages: messagesByBusinessIdAndJobId(condition: { clientId: $clientId }) { nodes { id: rowId from: sender body sentAt readAt } }
    quotes: quotesByBusinessIdAndJobId { nodes {
      id: rowId number version title status sentAt validUntil ${PRICES} internalNotes marginCents
      lines: quoteLinesByBusinessIdAndQuoteId(${IN_LINE}) { nodes { id: rowId description quantity unitPriceCents taxRateBasisPoints netCents unitCostCents } }
    } }
    invoices: invoicesByBusinessIdAndJobId { nodes {
      id: rowId number title status issuedOn dueOn sentAt ${PRICES} paidCents owedCents
      lines: invoiceLinesByBusinessIdAndInvoiceId(${IN_LINE}) { nodes { id: rowId description quantity unitPriceCents taxRateBasisPoints netCents } }
      payments: paymentsByBusinessIdAndInvoiceId { nodes { id: rowId amountCents recordedAt recordedBy: staffMemberByBusinessIdAndRecordedById { id: rowId name } } }
    } }
    staffCostCents materialsCostCents acceptedCents
    publication: publicationsByBusinessIdAndJobId(first: 1, condition: { clientId: $clientId }, orderBy: [VERSION_DESC]) { nodes { version publishedAt } }
  }
}`;

type Fields = Record<string, Json>;

/** Converts connections to lists, recursively. */
export function listsOf(value: Json): Json {
  if (Array.isArray(value)) return value.map(listsOf);
  if (!value || typeof value !== 'object') return value;
  const [inner] = [value.nodes, value.only].filter((each) => each !== undefined);
  if (inner !== undefined) return listsOf(inner);
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, listsOf(each)]));
}

/**
 * Converts the page to the product's format. No visit of the bench was moved or cancelled and no payment reversed
 * since its client saw it; that could not be computed from the tables.
 */
export function portalOf(data: Json): Json {
  const { job, business, ...others } = listsOf(data) as Fields;
  const { paymentInstructions, ...profile } = business as Fields;
  const { clientMessagesEnabled, messages, publications, ...rest } = job as Fields;
  const visits = (rest.visits as Fields[]).map((visit) => ({ ...visit, movedFrom: null }));
  const quotes = (rest.quotes as Fields[]).map((each) => ({ ...each, ...ofQuote(each as never) }));
  return {
    ...others,
    ...((publications as Fields[])[0] as Fields),
    business: { ...profile, ...phoneForms(profile.country as string, profile.phone as string) },
    canPayOnline: false,
    paymentMethods: paymentInstructions as Json,
    messagesEnabled: clientMessagesEnabled as boolean,
    messages: clientMessagesEnabled ? (messages as Json) : null,
    job: {
      ...rest,
      visits,
      cancelledVisits: [],
      quotes,
      invoices: (rest.invoices as Fields[]).map(invoiceOf),
      progress: progressOf(rest),
    },
    quote: null,
    invoice: null,
  };
}

function invoiceOf({ version, ...invoice }: Fields): Json {
  const lines = (invoice.lines as Fields[]).map(({ taxRateBasisPoints, ...line }) => line);
  const computed = ofInvoice({ version, ...invoice } as never);
  return { ...invoice, ...computed, lines, reversedPayments: [] };
}

/** Converts the job to the product's format. */
export function jobOf(data: Json): Json {
  const { acceptedCents, publication, ...rest } = listsOf(data) as Fields;
  const { staffCostCents, materialsCostCents } = rest as Record<string, number>;
  return {
    ...rest,
    progress: progressOf(rest),
    publication: (publication as Json[])[0] ?? null,
    marginCents: Number(acceptedCents) - Number(staffCostCents) - Number(materialsCostCents),
  };
}

function progressOf({ todos }: Fields): Json {
  const all = todos as { done: boolean }[];
  return { done: all.filter(({ done }) => done).length, total: all.length };
}
