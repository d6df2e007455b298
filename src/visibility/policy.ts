import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';
import { AUDIENCES, type Audience, type Audiences } from './audience.js';
import { type Declaration } from './declare/declaration.js';
import { audiencesOfEnum } from './declare/enums.js';
import { isKeyAudience } from './keys/key-audience.js';
import { admits } from './rules.js';

/** Row of the policy table: a schema coordinate and its audiences. */
export interface PolicyRow {
  /** `Job`, `JobFilter`, `JobStatus` */
  type: string;
  /** a field, input field or enum value of that type */
  field: string;
  /** an argument of that field */
  argument?: string;
  kind: 'output' | 'input' | 'argument' | 'enumValue';
  audiences: Audiences;
  /** The audiences object of the declaration, by which its rule is found. */
  declared: Audiences;
  about?: string;
}

/** Policy table: the audiences of every field, argument and enum value of the built schema. */
export class Policy {
  readonly #rows = new Map<string, PolicyRow>();

  constructor(rows: PolicyRow[]) {
    for (const row of rows) this.#rows.set(coordinate(row), row);
  }

  get rows(): PolicyRow[] {
    return [...this.#rows.values()];
  }

  /** Whether this audience may see the field; false for fields that are not in the table. */
  allows(audience: Audience, type: string, field: string): boolean {
    return this.allowsAt(`${type}.${field}`, audience);
  }

  /** As `allows`, for any schema coordinate: `Query.job(id:)`. */
  allowsAt(place: string, audience: Audience): boolean {
    const row = this.#rows.get(place);
    if (!row) return false;
    return isKeyAudience(audience)
      ? admits(row.declared, audience)
      : row.audiences.includes(audience);
  }

  audiencesOf(place: string): Audiences {
    return this.#rows.get(place)?.audiences ?? [];
  }
}

/** Reads the policy from a schema. Throws an error that lists every place without a declaration. */
export function readPolicy(schema: GraphQLSchema): Policy {
  const undeclared: string[] = [];
  const rows = ownTypes(schema).flatMap((type) => rowsOf(type, undeclared));
  if (undeclared.length > 0) {
    throw new Error(
      `Nobody declared who may see ${undeclared.join(', ')}. Use FieldFor, QueryFor, MutationFor, ` +
        'SubscriptionFor, ArgFor or declareEnum from src/visibility/declare there.',
    );
  }
  return new Policy(rows);
}

/** Returns the schema coordinate of a row: `Job.title`, `Query.job(id:)`, `JobStatus.DONE`. */
export function coordinate({
  type,
  field,
  argument,
}: Pick<PolicyRow, 'type' | 'field' | 'argument'>): string {
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
    const values = type.getValues().map(({ name }) => ({
      name,
      audiences: audiencesOfEnum(type.name, name),
    }));
    if (!values.every(({ audiences }) => audiences)) undeclared.push(type.name);
    return values.map(({ name, audiences = [] }) => ({
      type: type.name,
      field: name,
      kind: 'enumValue',
      audiences,
      declared: audiences,
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
    declared: declaration?.audiences ?? [],
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
    declared: declaration?.audiences ?? [],
    about: declaration?.about,
  };
}

function known(audiences: Audiences = []): Audiences {
  return AUDIENCES.filter((audience) => audiences.includes(audience));
}
