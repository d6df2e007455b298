import type { IRules } from 'graphql-shield';
import {
  type Audience,
  type Audiences,
  clientOnly,
  compositionOf,
  everyone,
  setupOnly,
  staffInPerson,
  staffOnly,
  visitorOnly,
} from './audience.js';
import { capabilitiesOfKey, isKeyAudience } from './keys/key-audience.js';
import type { Principal } from './principal.js';
import packages from './shield-package.cjs';

const { and, or, rule } = packages;
const UNCACHED = { cache: 'no_cache' } as const;

export type ShieldRule = Extract<IRules, { resolve: unknown }>;

/**
 * Named graphql-shield rule of a field or operation. A rule depends only on the audience of the principal, so it is
 * decided at boot (`allows`) and built into the audience schemas; `shield` is the same rule as graphql-shield would run
 * it for each request. Access that depends on a row (assigned jobs, the client's own publication) is decided where the
 * row is read.
 */
export class Rule {
  constructor(
    /** Name in `schema/rules.md`. */
    readonly name: string,
    readonly shield: ShieldRule,
    private readonly decide: (audience: Audience) => boolean,
  ) {}

  /** Whether a principal of this audience passes. */
  allows(audience: Audience): boolean {
    return this.decide(audience);
  }
}

const rules = new WeakMap<Audiences, Rule>();

/** Signed-in staff member, or an API key. */
export const isStaff = audienceIn('isStaff', staffOnly, () => true);
/** Signed-in staff member; no API key. */
audienceIn('isStaffInPerson', staffInPerson);
/** Caller with a portal link. */
export const isClient = audienceIn('isClient', clientOnly);
/** Caller without a token. */
export const isVisitor = audienceIn('isVisitor', visitorOnly);
/** Staff member who must set up a second factor first. */
audienceIn('isSettingUp', setupOnly);
audienceIn('anyone', everyone, () => true);

/** Registers the rule of the roles with a capability; `capabilities.ts` calls it for each row of its table. */
export function may(capability: string, roles: Audiences): Rule {
  return audienceIn(`may(${capability})`, roles, (capabilities) =>
    capabilities.includes(capability),
  );
}

/** Rule of a hidden field: null, without being resolved. */
export const strip: ShieldRule = rule('strip', UNCACHED)(() => false);

/** Rule of a forbidden operation: the error of the caller's audience. */
export function refuse(refusal: (audience: Audience) => Error, audience: Audience): ShieldRule {
  return rule('refuse', UNCACHED)(() => refusal(audience));
}

export const allow: ShieldRule = rule('allow', UNCACHED)(() => true);

/** Whether a set of audiences admits this one; of sets without a name, an API key is in none. */
export function admits(audiences: Audiences, audience: Audience): boolean {
  if (!isKeyAudience(audience)) return audiences.includes(audience);
  const isNamed = rules.has(audiences) || compositionOf(audiences) !== undefined;
  return isNamed && ruleOf(audiences, 'a declaration').allows(audience);
}

/**
 * Returns the rule of the audiences of a declaration.
 *
 * @throws if the set was written by hand: its rule would have no name.
 */
export function ruleOf(audiences: Audiences, place: string): Rule {
  const known = rules.get(audiences);
  if (known) return known;
  const composition = compositionOf(audiences);
  if (!composition)
    throw new Error(
      `The audiences of ${place} have no name. Use rolesWith(…), a set of src/visibility/audience.ts, or a combination of these.`,
    );
  const parts = composition.parts.map((part) => ruleOf(part, place));
  const composed = composition.kind === 'any' ? anyRule(parts) : allRules(parts);
  rules.set(audiences, composed);
  return composed;
}

function anyRule(parts: Rule[]): Rule {
  return new Rule(
    parts.map(({ name }) => name).join(' or '),
    or(...parts.map(({ shield }) => shield)),
    (audience) => parts.some((part) => part.allows(audience)),
  );
}

function allRules(parts: Rule[]): Rule {
  return new Rule(
    parts.map(({ name }) => name).join(' and '),
    and(...parts.map(({ shield }) => shield)),
    (audience) => parts.every((part) => part.allows(audience)),
  );
}

/**
 * Registers the rule of a set of audiences. An API key passes if `forKey` says so for its capabilities; without `forKey`
 * none does.
 */
function audienceIn(
  name: string,
  audiences: Audiences,
  forKey: (capabilities: string[]) => boolean = () => false,
): Rule {
  const decide = (audience: Audience) =>
    isKeyAudience(audience) ? forKey(capabilitiesOfKey(audience)) : audiences.includes(audience);
  const ofRequest = rule(
    name,
    UNCACHED,
  )((_parent, _args, { principal }: { principal: Principal }) => decide(principal.audience));
  const named = new Rule(name, ofRequest, decide);
  rules.set(audiences, named);
  return named;
}
