import { type Audience, type Audiences, internal } from '../../visibility/audience.js';

/**
 * Who may do what: the one table that every rule about roles reads. A role that is not named after a
 * capability does not have it.
 */
export const CAPABILITIES = {
  /** Switch the Client Portal and the enquiry form. */
  SWITCH_PORTAL: ['BUSINESS_OWNER', 'SOLE_TRADER', 'ADMIN'],
  /** Add, change and remove staff; an Admin cannot touch owners. */
  MANAGE_STAFF: ['BUSINESS_OWNER', 'SOLE_TRADER', 'ADMIN'],
  /** Create, edit and send clients, enquiries and quotes. */
  WRITE_SALES: ['BUSINESS_OWNER', 'SOLE_TRADER', 'ADMIN', 'SUPERVISOR'],
  WRITE_INVOICES: ['BUSINESS_OWNER', 'SOLE_TRADER', 'ADMIN'],
  READ_INVOICES: ['BUSINESS_OWNER', 'SOLE_TRADER', 'ADMIN', 'SUPERVISOR'],
  /** Create, edit and schedule jobs. */
  WRITE_JOBS: ['BUSINESS_OWNER', 'SOLE_TRADER', 'ADMIN', 'SUPERVISOR'],
  /** Review and share, toggle photos, withdraw, re-send, revoke. */
  SHARE: ['BUSINESS_OWNER', 'SOLE_TRADER', 'ADMIN', 'SUPERVISOR'],
  MESSAGE_CLIENTS: ['BUSINESS_OWNER', 'SOLE_TRADER', 'ADMIN', 'SUPERVISOR'],
  /** Without this a role sees the jobs it is assigned to. */
  SEE_ALL_JOBS: ['BUSINESS_OWNER', 'SOLE_TRADER', 'ADMIN', 'SUPERVISOR'],
  SET_JOB_STATUS: ['BUSINESS_OWNER', 'SOLE_TRADER', 'ADMIN', 'SUPERVISOR', 'TRADIE'],
  /** To-dos, notes, photos and materials of the jobs a role sees. */
  WORK_ON_JOBS: internal,
  /** Change and remove what others added to a job; everybody may change and remove their own. */
  CHANGE_ALL_WORK: ['BUSINESS_OWNER', 'SOLE_TRADER', 'ADMIN', 'SUPERVISOR'],
  SEE_QUOTES: ['BUSINESS_OWNER', 'SOLE_TRADER', 'ADMIN', 'SUPERVISOR', 'TRADIE'],
  /** Staff cost, materials cost, margin. */
  SEE_COSTS: ['BUSINESS_OWNER', 'SOLE_TRADER', 'ADMIN'],
} as const satisfies Record<string, Audiences>;

export type Capability = keyof typeof CAPABILITIES;

/** The roles with a capability, for use beside a field or operation. */
export function whoMay(capability: Capability): Audiences {
  return CAPABILITIES[capability];
}

export function may(audience: Audience, capability: Capability): boolean {
  return whoMay(capability).includes(audience);
}

/** What this audience may do, as shown in `me.permissions`. */
export function permissionsOf(audience: Audience): Capability[] {
  return (Object.keys(CAPABILITIES) as Capability[]).filter((each) => may(audience, each));
}
