import { randomUUID } from 'node:crypto';
import type { Unit } from '../../src/database/unit-of-work/unit-of-work.js';
import type { Business } from '../../src/domain/business/business.entity.js';
import { createInvoice } from '../../src/domain/invoices/create/create-invoice.js';
import { markSent } from '../../src/domain/invoices/mark-sent.js';
import { recordPayment } from '../../src/domain/invoices/payments/record-payment.js';
import { Job } from '../../src/domain/jobs/job.entity.js';
import { Quote } from '../../src/domain/quotes/quote.entity.js';
import { StaffSession } from '../../src/domain/staff/sessions/staff-session.entity.js';
import type { StaffMember, StaffRole } from '../../src/domain/staff/staff-member.entity.js';
import type { StaffPrincipal } from '../../src/visibility/principal.js';

interface DemoInvoice {
  /** Job whose quote it is created from. */
  job: string;
  isSent: boolean;
  /** Fraction of the total that is paid. */
  paidPart: number;
}

const INVOICES: DemoInvoice[] = [
  { job: 'Kitchen rewire', isSent: false, paidPart: 0 },
  { job: 'Solar hot water', isSent: true, paidPart: 0 },
  { job: 'Smoke alarms', isSent: true, paidPart: 0.5 },
  { job: 'Pool pump', isSent: true, paidPart: 1 },
];

/** An invoice in every status, created by the owner. No emails are sent. */
export async function seedInvoices(
  unit: Unit,
  business: Business,
  staff: Map<StaffRole, StaffMember>,
): Promise<void> {
  const owner = ownerOf(staff, business);
  // Only a signed-in actor may change a job; this session ends with the seed.
  const session = sessionOf(unit, owner);
  await unit.em.flush();
  const asOwner = { ...unit, actor: principalOf(owner, business, session) };
  for (const invoice of INVOICES) await seedInvoice(asOwner, business, invoice);
  unit.em.remove(session);
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
  // Its lines are read when it is sent.
  await unit.em.flush();
  if (isSent) await markSent(unit, { invoice, job, business });
  await unit.em.flush();
  const amountCents = Math.round(invoice.totalCents * paidPart);
  if (amountCents > 0) await recordPayment(unit, { invoiceId: invoice.id, amountCents });
}

function sessionOf({ em, now }: Unit, staffMember: StaffMember): StaffSession {
  const { businessId } = staffMember;
  const values = { businessId, staffMember, tokenHash: randomUUID(), expiresAt: now };
  return em.create(StaffSession, values, { partial: true });
}

function ownerOf(staff: Map<StaffRole, StaffMember>, business: Business): StaffMember {
  const owner = staff.get('BUSINESS_OWNER') ?? staff.get('SOLE_TRADER');
  if (!owner) throw new Error(`Nobody owns ${business.name}.`);
  return owner;
}

function principalOf(
  { id: staffId, role: audience }: StaffMember,
  { id: businessId, timeZone }: Business,
  { id: sessionId }: StaffSession,
): StaffPrincipal {
  return { kind: 'STAFF', audience, staffId, sessionId, businessId, timeZone };
}
