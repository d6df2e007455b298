import type { Unit } from '../../src/database/unit-of-work.js';
import type { Business } from '../../src/domain/business/business.entity.js';
import { createInvoice } from '../../src/domain/invoices/create-invoice.js';
import { markSent } from '../../src/domain/invoices/mark-sent.js';
import { recordPayment } from '../../src/domain/invoices/record-payment.js';
import { Job } from '../../src/domain/jobs/job.entity.js';
import { Quote } from '../../src/domain/quotes/quote.entity.js';
import type { StaffMember, StaffRole } from '../../src/domain/staff/staff-member.entity.js';

interface DemoInvoice {
  /** The job whose quote it is made from. */
  job: string;
  isSent: boolean;
  /** Of the total; the rest is still owed. */
  paidPart: number;
}

const INVOICES: DemoInvoice[] = [
  { job: 'Kitchen rewire', isSent: false, paidPart: 0 },
  { job: 'Solar hot water', isSent: true, paidPart: 0 },
  { job: 'Smoke alarms', isSent: true, paidPart: 0.5 },
  { job: 'Pool pump', isSent: true, paidPart: 1 },
];

/** An invoice in every state, made as the business's owner would; the demo mails nobody about them. */
export async function seedInvoices(
  unit: Unit,
  business: Business,
  staff: Map<StaffRole, StaffMember>,
): Promise<void> {
  const asOwner = { ...unit, actor: ownerOf(business, staff) };
  for (const invoice of INVOICES) await seedInvoice(asOwner, business, invoice);
}

async function seedInvoice(
  unit: Unit,
  business: Business,
  { job: title, isSent, paidPart }: DemoInvoice,
): Promise<void> {
  const businessId = business.id;
  const demoJob = await unit.em.findOneOrFail(Job, { businessId, title });
  const quote = await unit.em.findOneOrFail(Quote, { businessId, job: demoJob.id });
  const { invoice, job } = await createInvoice(unit, { jobId: demoJob.id, quoteId: quote.id });
  if (isSent) await markSent(unit, { invoice, job, business });
  await unit.em.flush();
  const amountCents = Math.round(invoice.totalCents * paidPart);
  if (amountCents > 0) await recordPayment(unit, { invoiceId: invoice.id, amountCents });
}

function ownerOf(business: Business, staff: Map<StaffRole, StaffMember>): Unit['actor'] {
  const owner = staff.get('BUSINESS_OWNER') ?? staff.get('SOLE_TRADER');
  if (!owner) throw new Error(`Nobody owns ${business.name}.`);
  const { id: staffId, role: audience } = owner;
  const { id: businessId, timeZone } = business;
  return { kind: 'STAFF', audience, staffId, sessionId: '', businessId, timeZone };
}
