import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';
import { AUDIENCES, type Audience, type Audiences } from './audience.js';
import { audiencesOfEnum, type Declaration } from './declare.js';

/** One row of the policy table: a place in the schema and who may see (or use) it. */
export interface PolicyRow {
  /** `Job`, `JobFilter`, `JobStatus` */
  type: string;
  /** a field, input field or enum value of that type */
  field: string;
  /** an argument of that field */
  argument?: string;
  kind: 'output' | 'input' | 'argument' | 'enumValue';
  audiences: Audiences;
  about?: string;
}

/** The policy table: who may see what, read off the built schema. Everything else derives from it. */
export class Policy {
  readonly #rows = new Map<string, PolicyRow>();

  constructor(rows: PolicyRow[]) {
    for (const row of rows) this.#rows.set(coordinate(row), row);
  }

  get rows(): PolicyRow[] {
    return [...this.#rows.values()];
  }

  /** Whether this audience may see the coordinate. What the table does not know, nobody sees. */
  allows(audience: Audience, type: string, field: string): boolean {
    return this.audiencesOf(`${type}.${field}`).includes(audience);
  }

  audiencesOf(place: string): Audiences {
    return this.#rows.get(place)?.audiences ?? [];
  }
}

/** Reads the table; a place without a declaration is an error that names every such place. */
export function readPolicy(schema: GraphQLSchema): Policy {
  const undeclared: string[] = [];
  const rows = ownTypes(schema).flatMap((type) => rowsOf(type, undeclared));
  if (undeclared.length > 0) {
    throw new Error(
      `Nobody declared who may see ${undeclared.join(', ')}. Use FieldFor, QueryFor, MutationFor, ` +
        'SubscriptionFor, ArgFor or declareEnum from src/visibility/declare.ts there.',
    );
  }
  return new Policy(rows);
}

/** `Job.title`, `Query.job(id:)`, `JobStatus.DONE`: the name of a place in the schema. */
export function coordinate({
  type,
  field,
  argument,
}: Omit<PolicyRow, 'kind' | 'audiences'>): string {
  return argument ? `${type}.${field}(${argument}:)` : `${type}.${field}`;
}

function ownTypes(schema: GraphQLSchema): GraphQLNamedType[] {
  return Object.values(schema.getTypeMap()).filter(
    (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
  );
}

function rowsOf(type: GraphQLNamedType, undeclared: string[]): PolicyRow[] {
  if (isObjectType(type) || isInterfaceType(type)) {
    return Object.values(type.getFields()).flatMap((field) => [
      fieldRow(type.name, field, 'output', undeclared),
      ...field.args.map((argument) => argumentRow(type.name, field, argument, undeclared)),
    ]);
  }
  if (isInputObjectType(type)) {
    return Object.values(type.getFields()).map((field) =>
      fieldRow(type.name, field, 'input', undeclared),
    );
  }
  if (isEnumType(type)) {
    const audiences = audiencesOfEnum(type.name);
    if (!audiences) undeclared.push(type.name);
    return type.getValues().map(({ name }) => ({
      type: type.name,
      field: name,
      kind: 'enumValue',
      audiences: audiences ?? [],
    }));
  }
  return [];
}

function fieldRow(
  type: string,
  field: GraphQLField<unknown, unknown> | GraphQLInputField,
  kind: PolicyRow['kind'],
  undeclared: string[],
): PolicyRow {
  const declaration = field.extensions?.visibility as Declaration | undefined;
  if (!declaration) undeclared.push(`${type}.${field.name}`);
  return {
    type,
    field: field.name,
    kind,
    audiences: known(declaration?.audiences),
    about: declaration?.about,
  };
}

function argumentRow(
  type: string,
  field: GraphQLField<unknown, unknown>,
  argument: GraphQLArgument,
  undeclared: string[],
): PolicyRow {
  const declaration = field.extensions[`argument:${argument.name}`] as Declaration | undefined;
  if (!declaration) undeclared.push(`${type}.${field.name}(${argument.name}:)`);
  return {
    type,
    field: field.name,
    argument: argument.name,
    kind: 'argument',
    audiences: known(declaration?.audiences),
    about: declaration?.about,
  };
}

function known(audiences: Audiences = []): Audiences {
  return AUDIENCES.filter((audience) => audiences.includes(audience));
}

/** The object, interface, input or enum types that a field or argument leads to. */
export function typeNameOf(place: { type: GraphQLOutputType | GraphQLInputType }): string {
  return getNamedType(place.type as GraphQLOutputType).name;
}
