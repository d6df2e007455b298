/**
 * Kinds of caller: the staff roles, clients, visitors, and staff who must set up a second factor before anything else. A principal belongs to exactly one, so what an audience
 * may see is decided at boot and not for each request.
 */
export const AUDIENCES = [
  'BUSINESS_OWNER',
  'SOLE_TRADER',
  'ADMIN',
  'SUPERVISOR',
  'FINANCE',
  'TRADIE',
  'APPRENTICE',
  'CLIENT',
  'VISITOR',
  'SECOND_FACTOR_SETUP',
] as const;

export type Audience = (typeof AUDIENCES)[number];

/** Set of audiences; the order has no meaning. */
export type Audiences = readonly Audience[];

/** All staff roles and nobody else. */
export const staffOnly: Audiences = [
  'BUSINESS_OWNER',
  'SOLE_TRADER',
  'ADMIN',
  'SUPERVISOR',
  'FINANCE',
  'TRADIE',
  'APPRENTICE',
];

/**
 * All staff roles, but no API key: what a person does for their own account. Another object than `staffOnly`, by which
 * its rule is found.
 */
export const staffInPerson: Audiences = [...staffOnly];

/** Callers with a portal link. */
export const clientOnly: Audiences = ['CLIENT'];

/** Callers without a token. */
export const visitorOnly: Audiences = ['VISITOR'];

/** Signed-in staff whose role demands a second factor that they lack: they may set it up and nothing else. */
export const setupOnly: Audiences = ['SECOND_FACTOR_SETUP'];

/** All audiences, visitors included. */
export const everyone: Audiences = [...AUDIENCES];

/** The sets that a set of audiences was combined from; `rules.ts` combines the rules in the same way. */
export type Composition = { kind: 'any' | 'all'; parts: Audiences[] };

const compositions = new WeakMap<Audiences, Composition>();

export function compositionOf(audiences: Audiences): Composition | undefined {
  return compositions.get(audiences);
}

/** Returns the union of these sets. */
export function anyOf(...parts: Audiences[]): Audiences {
  const audiences = AUDIENCES.filter((each) => parts.some((part) => part.includes(each)));
  compositions.set(audiences, { kind: 'any', parts });
  return audiences;
}

/** Returns the intersection of these sets. */
export function allOf(...parts: Audiences[]): Audiences {
  const audiences = AUDIENCES.filter((each) => parts.every((part) => part.includes(each)));
  compositions.set(audiences, { kind: 'all', parts });
  return audiences;
}

/** Staff, and the client once it was published. */
export const staffAndClient: Audiences = anyOf(staffOnly, clientOnly);

/** Everybody but clients and API keys: for what is available before signing in. */
export const staffAndVisitor: Audiences = anyOf(staffInPerson, setupOnly, visitorOnly);

/** Everybody with a staff session, also while a second factor is missing: for setting one up, and signing out. */
export const staffAndSetup: Audiences = anyOf(staffInPerson, setupOnly);

/** Returns these audiences and the client: some staff by capability, the client by portal link. */
export function andClient(audiences: Audiences): Audiences {
  return anyOf(audiences, clientOnly);
}
