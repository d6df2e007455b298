/**
 * Everyone who may look through the glass. A principal belongs to exactly one audience, so what an
 * audience may see is decided once, at boot, and never again per request.
 */
export const AUDIENCES = [
  'BUSINESS_OWNER',
  'SOLE_TRADER',
  'ADMIN',
  'SUPERVISOR',
  'TRADIE',
  'APPRENTICE',
  'CLIENT',
  'VISITOR',
] as const;

export type Audience = (typeof AUDIENCES)[number];

/** The audiences a declaration names. Order carries no meaning. */
export type Audiences = readonly Audience[];

/** All staff and no one else: what DESIGN calls internal. */
export const internal: Audiences = [
  'BUSINESS_OWNER',
  'SOLE_TRADER',
  'ADMIN',
  'SUPERVISOR',
  'TRADIE',
  'APPRENTICE',
];

/** Only a person who came in by a portal link. */
export const clientOnly: Audiences = ['CLIENT'];

/** Staff, and the client once it is published. */
export const staffAndClient: Audiences = [...internal, 'CLIENT'];

/** Staff and visitors: what a person meets before signing in. */
export const staffAndVisitor: Audiences = [...internal, 'VISITOR'];

/** Everybody, visitors included. */
export const everyone: Audiences = AUDIENCES;

/** These audiences and the client: for what a capability opens to some staff and a portal link to its client. */
export function andClient(audiences: Audiences): Audiences {
  return [...audiences, 'CLIENT'];
}
