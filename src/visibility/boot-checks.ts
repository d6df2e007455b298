import {
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { AUDIENCES, type Audience } from './audience.js';
import { implementsFor, nodeAudiences } from './declare/nodes.js';
import { coordinate, type Policy, type PolicyRow } from './policy.js';

/**
 * Checks the declarations before the server starts. Throws one error that lists all faults; each kind of fault is a
 * way in which an internal field could leak.
 */
export function checkVisibility(schema: GraphQLSchema, policy: Policy): void {
  const faults = [
    ...hiddenButNotNullable(schema, policy),
    ...inputsNarrowerThanTheirOperation(schema, policy),
    ...interfacesThatDisagree(schema, policy),
    ...readsHiddenFields(policy),
    ...nodesWithoutReaders(schema),
  ];
  if (faults.length > 0)
    throw new Error(`The visibility table does not hold:\n- ${faults.join('\n- ')}`);
}

/** Returns the types that an audience can reach through fields that it may see, starting at the root operations. */
function reachableTypes(schema: GraphQLSchema, policy: Policy, audience: Audience): Set<string> {
  const reached = new Set<string>();
  const open = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  for (let type = open.pop(); open.length > 0 || type; type = open.pop()) {
    if (!type || reached.has(type.name)) continue;
    reached.add(type.name);
    for (const field of Object.values(type.getFields())) {
      if (!policy.allows(audience, type.name, field.name)) continue;
      const target = getNamedType(field.type);
      if (isObjectType(target)) open.push(target);
      if (isInterfaceType(target))
        open.push(
          ...schema
            .getPossibleTypes(target)
            .filter((each) => implementsFor(audience, each, target.name)),
        );
    }
  }
  return reached;
}

function hiddenButNotNullable(schema: GraphQLSchema, policy: Policy): string[] {
  return AUDIENCES.flatMap((audience) =>
    [...reachableTypes(schema, policy, audience)]
      .filter((name) => !isRoot(schema, name))
      .flatMap((name) =>
        fieldsOf(schema, name)
          .filter(
            (field) => isNonNullType(field.type) && !policy.allows(audience, name, field.name),
          )
          .map(
            (field) => `${name}.${field.name} is hidden from ${audience}, so it must be nullable`,
          ),
      ),
  );
}

function inputsNarrowerThanTheirOperation(schema: GraphQLSchema, policy: Policy): string[] {
  const faults = new Set<string>();
  for (const name of Object.keys(schema.getTypeMap())) {
    for (const field of fieldsOf(schema, name)) {
      const callers = policy.audiencesOf(`${name}.${field.name}`);
      for (const argument of field.args) {
        const places = [
          coordinate({
            type: name,
            field: field.name,
            argument: argument.name,
          }),
          ...inputPlaces(getNamedType(argument.type)),
        ];
        for (const place of places) {
          const closedTo = callers.find((caller) => !policy.audiencesOf(place).includes(caller));
          if (closedTo)
            faults.add(`${place} is closed to ${closedTo}, who may use ${name}.${field.name}`);
        }
      }
    }
  }
  return [...faults];
}

function inputPlaces(type: unknown, seen = new Set<unknown>()): string[] {
  if (seen.has(type)) return [];
  seen.add(type);
  if (isEnumType(type)) return type.getValues().map(({ name }) => `${type.name}.${name}`);
  if (!isInputObjectType(type)) return [];
  return Object.values((type as GraphQLInputObjectType).getFields()).flatMap((field) => [
    `${type.name}.${field.name}`,
    ...inputPlaces(getNamedType(field.type), seen),
  ]);
}

/** graphql-shield ignores rules on interfaces, so their fields must have the audiences of the implementing types. */
function interfacesThatDisagree(schema: GraphQLSchema, policy: Policy): string[] {
  return Object.values(schema.getTypeMap())
    .filter(isInterfaceType)
    .flatMap((shape) =>
      schema.getPossibleTypes(shape).flatMap((type) =>
        Object.keys(shape.getFields())
          .filter(
            (field) =>
              String(policy.audiencesOf(`${shape.name}.${field}`)) !==
              String(policy.audiencesOf(`${type.name}.${field}`)),
          )
          .map((field) => `${type.name}.${field} has another audience than ${shape.name}.${field}`),
      ),
    );
}

/** Filtering, ordering or searching by a field reveals its values, so its audience must see the field. */
function readsHiddenFields(policy: Policy): string[] {
  return policy.rows.flatMap((row) => {
    if (!row.about) return needsAbout(row) ? [`${coordinate(row)} must say what it is about`] : [];
    return row.about.split(' ').flatMap((read) => {
      const readers = policy.audiencesOf(read);
      const tooWide = row.audiences.find((audience) => !readers.includes(audience));
      return tooWide
        ? [`${coordinate(row)} lets ${tooWide} read ${read}, which it may not see`]
        : [];
    });
  });
}

/** Whether a filter, order or search must declare the output field that it reads. */
function needsAbout({ type, kind, argument }: PolicyRow): boolean {
  if (kind === 'input') return /(Filter|Order)$/.test(type);
  return kind === 'argument' && ['search', 'status'].includes(argument ?? '');
}

/** The interface `Node` must not let anybody read a type by ID that was not declared for them. */
function nodesWithoutReaders(schema: GraphQLSchema): string[] {
  return Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter((type) => isNode(type) !== (nodeAudiences(type) !== undefined))
    .map(
      ({ name }) => `${name} must implement Node and say by ReadByIdFor who reads it, or neither`,
    );
}

function isNode(type: GraphQLObjectType): boolean {
  return type.getInterfaces().some(({ name }) => name === 'Node');
}

function isRoot(schema: GraphQLSchema, name: string): boolean {
  return [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].some(
    (root) => root?.name === name,
  );
}

function fieldsOf(schema: GraphQLSchema, name: string): GraphQLField<unknown, unknown>[] {
  const type = schema.getType(name);
  return isObjectType(type) && !name.startsWith('__') ? Object.values(type.getFields()) : [];
}
