import { getNamedType, isNonNullType, isObjectType } from 'graphql';
import { buildContract } from '../../src/server/boot/contract.js';
import type { Audience } from '../../src/visibility/audience.js';
import { CAPABILITIES, type Capability, rolesWith } from '../../src/visibility/capabilities.js';
import { keyAudience } from '../../src/visibility/keys/key-audience.js';
import { isForKeys, withIncluded } from '../../src/visibility/keys/key-capabilities.js';
import { coordinate } from '../../src/visibility/policy.js';

const { schema, policy } = buildContract();
const ALL = (Object.keys(CAPABILITIES) as Capability[]).filter(isForKeys);

/** The smallest sets that a key can have with one or two capabilities, and the largest without one or two. */
const SETS = ALL.flatMap((one, at) =>
  ALL.slice(at).flatMap((other) => [withIncluded([one, other]), largestWithout([one, other])]),
);

function largestWithout(left: Capability[]): Capability[] {
  const isWhole = (each: Capability) => withIncluded([each]).every((part) => !left.includes(part));
  return ALL.filter(isWhole);
}

it('no key can reach a type of which it may not see a field that is never null', () => {
  expect(faultsOf(hiddenButNotNullable)).toEqual([]);
});

it('no key can filter, order or search by a field that it may not see', () => {
  const faults = (audience: Audience) =>
    policy.rows
      .filter(({ about }) => about)
      .filter((row) => policy.allowsAt(coordinate(row), audience))
      .flatMap((row) => String(row.about).split(' '))
      .filter((read) => !policy.allowsAt(read, audience));
  expect(faultsOf(faults)).toEqual([]);
});

it('a role that has a capability has what it includes, so a key whose maker is demoted stays whole', () => {
  for (const capability of ALL)
    for (const included of withIncluded([capability]))
      expect(rolesWith(included)).toEqual(expect.arrayContaining([...rolesWith(capability)]));
});

function faultsOf(check: (audience: Audience) => string[]): string[] {
  return [...new Set(SETS.flatMap((set) => check(keyAudience(set))))];
}

function hiddenButNotNullable(audience: Audience): string[] {
  return [...reached(audience)].flatMap((name) =>
    fieldsOf(name)
      .filter((field) => isNonNullType(field.type) && !policy.allows(audience, name, field.name))
      .map((field) => `${name}.${field.name}`),
  );
}

/** Types below the operations that an audience may call. */
function reached(audience: Audience): Set<string> {
  const roots = ['Query', 'Mutation', 'Subscription'];
  const types = new Set(roots);
  for (const name of types)
    for (const field of fieldsOf(name))
      if (policy.allows(audience, name, field.name)) types.add(getNamedType(field.type).name);
  for (const root of roots) types.delete(root);
  return types;
}

function fieldsOf(name: string) {
  const type = schema.getType(name);
  return isObjectType(type) ? Object.values(type.getFields()) : [];
}
