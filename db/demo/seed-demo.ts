import type { MikroORM } from '@mikro-orm/postgresql';
import { changeInOneUnit, type Unit } from '../../src/database/unit-of-work/unit-of-work.js';
import { Business } from '../../src/domain/business/business.entity.js';
import { startSeries } from '../../src/domain/common/number-series.entity.js';
import type { PhotoStore } from '../../src/domain/photos/photo-store.js';
import { hashPassword } from '../../src/domain/staff/sessions/passwords.js';
import { StaffMember, type StaffRole } from '../../src/domain/staff/staff-member.entity.js';
import { seedEnquiries } from './seed-enquiries.js';
import { seedInvoices } from './seed-invoices.js';
import { seedJobs } from './seed-jobs.js';
import { seedPhotos } from './seed-photos.js';
import { seedQuoteWithoutJob } from './seed-quote-without-job.js';

export const DEMO_PASSWORD = 'demo-password';

/** Accounts of the demo, with the password above. */
export const DEMO_SIGN_INS: {
  email: string;
  role: StaffRole;
  name: string;
  business: string;
}[] = [
  {
    email: 'owner@demo.jobglass.test',
    role: 'BUSINESS_OWNER',
    name: 'Olivia Owner',
    business: 'bright-spark',
  },
  {
    email: 'admin@demo.jobglass.test',
    role: 'ADMIN',
    name: 'Adam Admin',
    business: 'bright-spark',
  },
  {
    email: 'supervisor@demo.jobglass.test',
    role: 'SUPERVISOR',
    name: 'Sue Supervisor',
    business: 'bright-spark',
  },
  {
    email: 'finance@demo.jobglass.test',
    role: 'FINANCE',
    name: 'Fiona Finance',
    business: 'bright-spark',
  },
  {
    email: 'tradie@demo.jobglass.test',
    role: 'TRADIE',
    name: 'Terry Tradie',
    business: 'bright-spark',
  },
  {
    email: 'apprentice@demo.jobglass.test',
    role: 'APPRENTICE',
    name: 'Ava Apprentice',
    business: 'bright-spark',
  },
  {
    email: 'soletrader@demo.jobglass.test',
    role: 'SOLE_TRADER',
    name: 'Sol Trader',
    business: 'sol-plumbing',
  },
];

const BUSINESSES = [
  {
    slug: 'bright-spark',
    name: 'Bright Spark Electrical',
    phone: '+61 2 5550 1234',
    email: 'office@bright-spark.test',
  },
  {
    slug: 'sol-plumbing',
    name: 'Sol Plumbing',
    phone: '+61 2 5550 9876',
    email: 'sol@sol-plumbing.test',
  },
];

const HOURLY_COST_CENTS: Partial<Record<StaffRole, number>> = {
  SUPERVISOR: 6500,
  TRADIE: 5200,
  APPRENTICE: 2800,
};

/** Creates the demo businesses, unless the database has them. */
export async function seedDemo(orm: MikroORM, clock: () => Date, store: PhotoStore): Promise<void> {
  for (const details of BUSINESSES) {
    if (await orm.em.fork().count(Business, { slug: details.slug })) continue;
    const passwordHash = await hashPassword('demo', DEMO_PASSWORD);
    await changeInOneUnit(orm.em, null, clock, (unit) =>
      seedBusiness(unit, details, passwordHash, store),
    );
  }
}

async function seedBusiness(
  unit: Unit,
  details: (typeof BUSINESSES)[number],
  passwordHash: string,
  store: PhotoStore,
): Promise<void> {
  const { em } = unit;
  const business = em.create(
    Business,
    { ...details, clientPortalEnabled: true, enquiryFormEnabled: true },
    { partial: true },
  );
  // Flushed first: `businessId` is not a relation, so the unit of work does not order it.
  await em.flush();
  startSeries(em, business.id);
  const staff = new Map<StaffRole, StaffMember>();
  for (const { email, role, name } of DEMO_SIGN_INS.filter(
    (each) => each.business === business.slug,
  )) {
    const hourlyCostCents = HOURLY_COST_CENTS[role] ?? 0;
    staff.set(
      role,
      em.create(
        StaffMember,
        {
          businessId: business.id,
          email,
          role,
          name,
          passwordHash,
          hourlyCostCents,
        },
        { partial: true },
      ),
    );
  }
  await em.flush();
  await seedJobs(unit, business, staff);
  await seedPhotos(unit, business, store);
  await seedInvoices(unit, business, staff);
  await seedQuoteWithoutJob(unit, business);
  await seedEnquiries(unit, business, staff);
}
