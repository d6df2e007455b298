import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { everythingOf } from './operations.js';

type Values = Record<string, unknown>;

/** An operation of the schema with the places in its variables that hold ids. */
export interface RootOperation {
  name: string;
  kind: 'query' | 'mutation';
  query: string;
  /** Valid variables with the ids from `idFor`. */
  variables(idFor: (operation: string, place: string) => string): Values;
  ids: string[];
}

/** Returns every query and mutation with its variables. */
export function operationsOf(schema: GraphQLSchema): RootOperation[] {
  const roots = { query: schema.getQueryType(), mutation: schema.getMutationType() };
  return Object.entries(roots).flatMap(([kind, root]) =>
    Object.values((root as GraphQLObjectType).getFields()).map((field) =>
      operationOf(kind as RootOperation['kind'], field),
    ),
  );
}

function operationOf(
  kind: RootOperation['kind'],
  field: GraphQLField<unknown, unknown>,
): RootOperation {
  const inner = getNamedType(field.type);
  const declared = field.args.map(({ name, type }) => `$${name}: ${type}`).join(', ');
  const passed = field.args.map(({ name }) => `${name}: $${name}`).join(', ');
  const selection = isObjectType(inner)
    ? shallow(inner)
    : isInterfaceType(inner)
      ? '{ __typename id }'
      : '';
  const brackets = (text: string) => (text ? `(${text})` : '');
  const ids = field.args.flatMap(({ name, type }) => idsIn(type, name));
  return {
    name: field.name,
    kind,
    ids,
    query: `${kind} ${brackets(declared)} { ${field.name}${brackets(passed)} ${selection} }`,
    variables: (idFor) =>
      Object.fromEntries(
        field.args.map(({ name, type }) => [
          name,
          valueFor(type, name, (place) => idFor(field.name, place)),
        ]),
      ),
  };
}

const ELSEWHERE = ['Publication', 'SharePrompt', 'Enquiry', 'StaffMember', 'PortalLink'];

/** Limited depth, since nested lists would only be long. */
function shallow(type: GraphQLObjectType): string {
  return everythingOf(
    type,
    type.name === 'Job' ? ELSEWHERE : [...ELSEWHERE, 'Quote', 'Invoice', 'Client'],
  );
}

function idsIn(type: GraphQLInputType, place: string): string[] {
  const inner = getNamedType(type);
  if (isInputObjectType(inner))
    return Object.values(inner.getFields()).flatMap((each) =>
      idsIn(each.type, `${place}.${each.name}`),
    );
  return inner.name === 'ID' ? [place] : [];
}

/** Ids everywhere; otherwise only required variables. */
function valueFor(
  type: GraphQLInputType,
  place: string,
  idFor: (place: string) => string | undefined,
): unknown {
  const isNeeded = isNonNullType(type);
  const inner = isNeeded ? type.ofType : type;
  const holdsIds = idsIn(inner, place).length > 0;
  if (!isNeeded && !holdsIds) return undefined;
  if (isListType(inner)) {
    const one = valueFor(inner.ofType, place, idFor);
    return one === undefined ? (isNeeded ? [] : undefined) : [one];
  }
  if (isInputObjectType(inner))
    return Object.fromEntries(
      Object.values(inner.getFields()).map((each) => [
        each.name,
        valueFor(each.type, `${place}.${each.name}`, idFor),
      ]),
    );
  if (isEnumType(inner)) return inner.getValues()[0]?.name;
  if (inner.name === 'ID') return idFor(place);
  // A time has an end after its start.
  if (place === 'to') return '2030-01-31T00:00:00.000Z';
  return SCALARS[inner.name] ?? `Some ${place.split('.').at(-1)}`;
}

const SCALARS: Record<string, unknown> = {
  Int: 1,
  Float: 1,
  Boolean: true,
  Date: '2030-01-01',
  DateTime: '2030-01-01T00:00:00.000Z',
};
