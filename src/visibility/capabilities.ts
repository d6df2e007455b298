import {
  type Audience,
  type Audiences,
  allOf,
  anyOf,
  staffInPerson,
  staffOnly,
} from './audience.js';
import { capabilitiesOfKey, isKeyAudience } from './keys/key-audience.js';
import { may as mayRule } from './rules.js';

/**
 * Roles that have each capability. All rules about roles derive from this table; a role that is not listed does not
 * have the capability.
 */
export const CAPABILITIES = {
  /** Switch the Client Portal and the enquiry form; change the profile of the business. */
  SWITCH_PORTAL: ['BUSINESS_OWNER', 'SOLE_TRADER', 'ADMIN'],
  /** Set how clients pay: bank details, payment terms, reminders. */
  MANAGE_PAYMENT_TERMS: ['BUSINESS_OWNER', 'SOLE_TRADER', 'FINANCE'],
  /** Add, change and remove staff; an Admin cannot touch owners. */
  MANAGE_STAFF: ['BUSINESS_OWNER', 'SOLE_TRADER', 'ADMIN'],
  /** Demand a second factor of roles, and reset that of others. */
  MANAGE_SECURITY: ['BUSINESS_OWNER', 'SOLE_TRADER'],
  /** Create and edit clients; create, edit and send quotes. */
  WRITE_SALES: ['BUSINESS_OWNER', 'SOLE_TRADER', 'ADMIN', 'SUPERVISOR', 'FINANCE'],
  /** Erase what is known of a person, for good. */
  ERASE_CLIENTS: ['BUSINESS_OWNER', 'SOLE_TRADER', 'ADMIN'],
  /** Read and answer enquiries. */
  ANSWER_ENQUIRIES: ['BUSINESS_OWNER', 'SOLE_TRADER', 'ADMIN', 'SUPERVISOR'],
  /** Record a client's acceptance of a quote, and create its job. */
  ACCEPT_QUOTES: ['BUSINESS_OWNER', 'SOLE_TRADER', 'ADMIN', 'SUPERVISOR'],
  /** Create, edit, send and void invoices; record and reverse payments. */
  WRITE_INVOICES: ['BUSINESS_OWNER', 'SOLE_TRADER', 'ADMIN', 'SUPERVISOR', 'FINANCE'],
  READ_INVOICES: ['BUSINESS_OWNER', 'SOLE_TRADER', 'ADMIN', 'SUPERVISOR', 'FINANCE'],
  /** Create, edit and schedule jobs; add, change and remove to-dos. */
  WRITE_JOBS: ['BUSINESS_OWNER', 'SOLE_TRADER', 'ADMIN', 'SUPERVISOR'],
  /** Review and share, withdraw, re-send, revoke; switch the messages of a job on. */
  SHARE: ['BUSINESS_OWNER', 'SOLE_TRADER', 'ADMIN', 'SUPERVISOR'],
  /** Set a photo's Share with Client toggle; a Tradie only while the business allows it. */
  TOGGLE_PHOTOS: ['BUSINESS_OWNER', 'SOLE_TRADER', 'ADMIN', 'SUPERVISOR', 'TRADIE'],
  /** Read and answer the messages of the jobs a role sees. */
  MESSAGE_CLIENTS: [...staffOnly],
  /** Without this a role sees the jobs it is assigned to. */
  SEE_ALL_JOBS: ['BUSINESS_OWNER', 'SOLE_TRADER', 'ADMIN', 'SUPERVISOR', 'FINANCE'],
  SET_JOB_STATUS: ['BUSINESS_OWNER', 'SOLE_TRADER', 'ADMIN', 'SUPERVISOR', 'TRADIE'],
  /** Tick to-dos, add notes, photos and materials, on the jobs a role sees. */
  WORK_ON_JOBS: ['BUSINESS_OWNER', 'SOLE_TRADER', 'ADMIN', 'SUPERVISOR', 'TRADIE', 'APPRENTICE'],
  /** Change and remove what others added to a job; everybody who works on jobs may change and remove their own. */
  CHANGE_ALL_WORK: ['BUSINESS_OWNER', 'SOLE_TRADER', 'ADMIN', 'SUPERVISOR'],
  /** Can be put on a job or a visit. */
  BE_ASSIGNED: ['BUSINESS_OWNER', 'SOLE_TRADER', 'SUPERVISOR', 'TRADIE', 'APPRENTICE'],
  SEE_QUOTES: ['BUSINESS_OWNER', 'SOLE_TRADER', 'ADMIN', 'SUPERVISOR', 'FINANCE', 'TRADIE'],
  /** Staff cost, materials cost, margin. */
  SEE_COSTS: ['BUSINESS_OWNER', 'SOLE_TRADER', 'ADMIN', 'FINANCE'],
} as const satisfies Record<string, Audiences>;

for (const [capability, roles] of Object.entries(CAPABILITIES)) mayRule(capability, roles);

export type Capability = keyof typeof CAPABILITIES;

/** Returns the roles with a capability, to declare a field or operation. */
export function rolesWith(capability: Capability): Audiences {
  return CAPABILITIES[capability];
}

/** Returns the roles with both capabilities. */
export function rolesWithBoth(one: Capability, other: Capability): Audiences {
  return allOf(rolesWith(one), rolesWith(other));
}

/** Returns the roles with at least one of the capabilities. */
export function rolesWithEither(one: Capability, other: Capability): Audiences {
  return anyOf(rolesWith(one), rolesWith(other));
}

/** Returns the roles with a capability, without API keys: for what asks for a person. */
export function personWith(capability: Capability): Audiences {
  return allOf(staffInPerson, rolesWith(capability));
}

export function may(audience: Audience, capability: Capability): boolean {
  if (isKeyAudience(audience)) return capabilitiesOfKey(audience).includes(capability);
  return rolesWith(capability).includes(audience);
}

/** Returns the capabilities of an audience, as in `me.permissions`. */
export function permissionsOf(audience: Audience): Capability[] {
  return (Object.keys(CAPABILITIES) as Capability[]).filter((each) => may(audience, each));
}
