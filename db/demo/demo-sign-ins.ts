import type { StaffRole } from '../../src/domain/staff/staff-member.entity.js';

export const DEMO_PASSWORD = 'demo-password';

/** Who can sign in to the demo, with the password above. */
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
