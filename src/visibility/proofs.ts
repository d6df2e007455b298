import {
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { AUDIENCES, type Audience } from './audience.js';
import { coordinate, type Policy, type PolicyRow } from './policy.js';

/**
 * What must hold before the server may start. Each proof answers with sentences; any sentence stops
 * the boot, because each of them is a way in which an internal field has leaked elsewhere.
 */
export function proveVisibility(schema: GraphQLSchema, policy: Policy): void {
  const faults = [
    ...hiddenButNotNullable(schema, policy),
    ...inputsNarrowerThanTheirOperation(schema, policy),
    ...interfacesThatDisagree(schema, policy),
    ...readsMoreThanItMay(policy),
  ];
  if (faults.length > 0)
    throw new Error(`The visibility table does not hold:\n- ${faults.join('\n- ')}`);
}

/** The types an audience can reach through fields that it may see, starting at the root operations. */
export function reachableTypes(
  schema: GraphQLSchema,
  policy: Policy,
  audience: Audience,
): Set<string> {
  const reached = new Set<string>();
  const open = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  for (let type = open.pop(); open.length > 0 || type; type = open.pop()) {
    if (!type || reached.has(type.name)) continue;
    reached.add(type.name);
    for (const field of Object.values(type.getFields())) {
      if (!policy.allows(audience, type.name, field.name)) continue;
      const target = getNamedType(field.type);
      if (isObjectType(target)) open.push(target);
      if (isInterfaceType(target)) open.push(...schema.getPossibleTypes(target));
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

/** Shield ignores rules on interfaces, so an interface may not say anything its types do not say. */
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

/** Filtering, ordering, counting and searching by a field are as visible as the field itself. */
function readsMoreThanItMay(policy: Policy): string[] {
  return policy.rows.flatMap((row) => {
    if (!row.about)
      return mustSayWhatItReads(row) ? [`${coordinate(row)} must say what it is about`] : [];
    return row.about.split(' ').flatMap((read) => {
      const readers = policy.audiencesOf(read);
      const tooWide = row.audiences.find((audience) => !readers.includes(audience));
      return tooWide
        ? [`${coordinate(row)} lets ${tooWide} read ${read}, which it may not see`]
        : [];
    });
  });
}

function mustSayWhatItReads({ type, kind, argument }: PolicyRow): boolean {
  if (kind === 'input') return /(Filter|Order)$/.test(type);
  return kind === 'argument' && ['search', 'status'].includes(argument ?? '');
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
