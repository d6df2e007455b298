import type { Unit } from '../../src/database/unit-of-work/unit-of-work.js';
import type { Business } from '../../src/domain/business/business.entity.js';
import { Client } from '../../src/domain/clients/client.entity.js';
import { nextNumber } from '../../src/domain/common/number-series.entity.js';
import { Assignment } from '../../src/domain/jobs/assignment.entity.js';
import { Job } from '../../src/domain/jobs/job.entity.js';
import { JobStatus } from '../../src/domain/jobs/job-status.js';
import { Material } from '../../src/domain/materials/material.entity.js';
import { Note } from '../../src/domain/notes/note.entity.js';
import { Quote } from '../../src/domain/quotes/quote.entity.js';
import { replaceLines } from '../../src/domain/quotes/quote-lines.js';
import type { StaffMember, StaffRole } from '../../src/domain/staff/staff-member.entity.js';
import { Todo } from '../../src/domain/todos/todo.entity.js';
import { Visit } from '../../src/domain/visits/visit.entity.js';
import { seedMessages } from './seed-messages.js';
import { seedAnswer } from './seed-quote-answers.js';

type Staff = Map<StaffRole, StaffMember>;

interface DemoJob {
  title: string;
  status: JobStatus;
  client: Client;
  /** Days from now; without it the job has no visit. */
  visitInDays?: number;
  /** Whether client and business have exchanged messages. */
  hasMessages?: true;
}

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

/** Clients, and a job in every status; the scheduled ones are not shared yet. */
export async function seedJobs(unit: Unit, business: Business, staff: Staff): Promise<void> {
  const clients = seedClients(unit, business);
  for (const job of demoJobs(clients)) await seedJob(unit, business, staff, job);
  await unit.em.flush();
}

function seedClients({ em }: Unit, { id: businessId, slug }: Business): [Client, Client] {
  const casey = em.create(Client, {
    businessId,
    name: 'Casey Client',
    email: `casey@${slug}-client.test`,
    phone: '+61412345678',
  });
  const noor = em.create(Client, {
    businessId,
    name: 'Noor Neighbour',
    email: `noor@${slug}-client.test`,
    phone: null,
  });
  return [casey, noor];
}

function demoJobs([casey, noor]: [Client, Client]): DemoJob[] {
  return [
    {
      title: 'Switchboard upgrade',
      status: JobStatus.SCHEDULED,
      client: casey,
      visitInDays: 2,
    },
    { title: 'Garden lights', status: JobStatus.NEW, client: noor },
    {
      title: 'Kitchen rewire',
      status: JobStatus.IN_PROGRESS,
      client: casey,
      visitInDays: -1,
      hasMessages: true,
    },
    {
      title: 'Solar hot water',
      status: JobStatus.ON_HOLD,
      client: noor,
      visitInDays: -10,
    },
    {
      title: 'Smoke alarms',
      status: JobStatus.COMPLETED,
      client: noor,
      visitInDays: -20,
    },
    {
      title: 'Pool pump',
      status: JobStatus.CANCELLED,
      client: casey,
      visitInDays: -30,
    },
  ];
}

async function seedJob(unit: Unit, business: Business, staff: Staff, demo: DemoJob): Promise<void> {
  const { em } = unit;
  const job = em.create(
    Job,
    {
      businessId: business.id,
      number: await nextNumber(em, business.id, 'job'),
      title: demo.title,
      description: `${demo.title} at the client's house.`,
      siteAddress: '12 Wattle Street, Newtown NSW 2042',
      status: demo.status,
      client: demo.client,
      internalNotes: 'Mind the dog. Client is slow to pay: take a deposit.',
    },
    { partial: true },
  );
  if (demo.visitInDays !== undefined) seedVisit(unit, job, staff, demo.visitInDays);
  seedDetails(unit, job, staff);
  if (demo.hasMessages) seedMessages(unit, job, staff);
  await seedQuote(unit, job);
}

function seedVisit({ em, now }: Unit, job: Job, staff: Staff, inDays: number): void {
  const { businessId } = job;
  const day = new Date(Math.floor(now.getTime() / DAY) * DAY + inDays * DAY);
  // 22:00 UTC is 9 am in Sydney in summer.
  const startsAt = new Date(day.getTime() - 2 * HOUR);
  const visit = em.create(
    Visit,
    {
      businessId,
      job,
      startsAt,
      endsAt: new Date(startsAt.getTime() + 4 * HOUR),
    },
    { partial: true },
  );
  for (const role of ['TRADIE', 'APPRENTICE'] as const) {
    const staffMember = staff.get(role);
    if (staffMember) em.create(Assignment, { businessId, job, visit, staffMember });
  }
}

function seedDetails({ em, now }: Unit, job: Job, staff: Staff): void {
  const { businessId } = job;
  const author = staff.get('TRADIE') ?? staff.get('SOLE_TRADER') ?? null;
  const createdAt = now;
  em.create(Note, {
    businessId,
    job,
    createdAt,
    author,
    internal: false,
    body: 'Please keep the side gate open on the day.',
  });
  em.create(Note, {
    businessId,
    job,
    createdAt,
    author,
    internal: true,
    body: 'Old wiring in the ceiling: allow two more hours.',
  });
  em.create(Todo, { businessId, job, title: 'Order parts', done: true });
  em.create(Todo, { businessId, job, title: 'Fit and test', done: false });
  em.create(Material, {
    businessId,
    job,
    name: 'RCBO 20 A',
    quantity: 6,
    unitCostCents: 3850,
  });
  em.create(Material, {
    businessId,
    job,
    name: '2.5 mm² cable, metre',
    quantity: 45,
    unitCostCents: 210,
  });
}

async function seedQuote(unit: Unit, job: Job): Promise<void> {
  const { businessId, client, title } = job;
  const number = await nextNumber(unit.em, businessId, 'quote');
  const quote = unit.em.create(
    Quote,
    { businessId, number, title, client, job },
    { partial: true },
  );
  await unit.em.flush();
  await replaceLines(unit, quote, [
    {
      description: 'Labour',
      quantity: 6.5,
      unitPriceCents: 11_000,
      unitCostCents: 5200,
    },
    {
      description: 'Materials',
      quantity: 1,
      unitPriceCents: 48_000,
      unitCostCents: 32_550,
    },
  ]);
  quote.send(unit.now);
  await seedAnswer(unit, quote, job);
}
