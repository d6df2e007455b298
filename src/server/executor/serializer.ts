import {
  type GraphQLField,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { OPERATION_BUDGET } from '../../database/budget/operation-budget.js';
import type { Audience } from '../../visibility/audience.js';
import { MAX_INT } from '../../visibility/bounds.js';
import type { Declaration, SignPath } from '../../visibility/declare/declaration.js';
import type { Policy } from '../../visibility/policy.js';
import type { SelectedField, Selections } from './selection.js';

/** State of one run of a serializer. */
export interface Run {
  /** Returns the day in the time zone of the business. */
  today: () => string;
  sign: SignPath;
  /** List members written so far. */
  records: number;
}

/** Writes a value as JSON. Throws if it does not fit its type; graphql-js then answers the request. */
export type Serializer = (value: unknown, run: Run) => string;

type Values = Record<string, unknown>;

/** Thrown if a response has more list members than the operation budget allows. */
export class TooManyRecords extends Error {}

/** Builds serializers of published values. A serializer reads named properties only; nothing else is ever written. */
export class Serializers {
  constructor(
    private readonly policy: Policy,
    private readonly audience: Audience,
    private readonly selections: Selections,
  ) {}

  /** Returns the serializer of an object; null if a field needs a resolver or a hidden field is non-null. */
  object(fields: readonly SelectedField[], type: GraphQLObjectType): Serializer | null {
    const keys: string[] = [];
    const members: Serializer[] = [];
    for (const selected of fields) {
      const member = this.#member(selected, type);
      if (!member) return null;
      keys.push(`${members.length === 0 ? '{' : ','}${JSON.stringify(selected.key)}:`);
      members.push(member);
    }
    const count = members.length;
    if (count === 0) return null;
    return (values, run) => {
      if (typeof values !== 'object' || Array.isArray(values)) throw misfit(type.name);
      let text = '';
      for (let at = 0; at < count; at += 1)
        text += (keys[at] as string) + (members[at] as Serializer)(values, run);
      return `${text}}`;
    };
  }

  #member(selected: SelectedField, type: GraphQLObjectType): Serializer | null {
    const { name } = selected;
    const field = type.getFields()[name];
    if (name === '__typename') {
      const constant = JSON.stringify(type.name);
      return () => constant;
    }
    if (!field) return null;
    if (!this.policy.allows(this.audience, type.name, name))
      return isNonNullType(field.type) ? null : () => 'null';
    if (selected.hasArguments) return null;
    const write = this.#value(field.type, selected);
    return write && memberOf(field, write);
  }

  #value(type: GraphQLOutputType, selected: SelectedField): Serializer | null {
    const isRequired = isNonNullType(type);
    const write = this.#present(isRequired ? type.ofType : type, selected);
    if (!write) return null;
    return (value, run) => {
      if (value !== null && value !== undefined) return write(value, run);
      if (isRequired) throw misfit(String(type));
      return 'null';
    };
  }

  #present(type: GraphQLOutputType, selected: SelectedField): Serializer | null {
    if (isListType(type)) {
      const member = this.#value(type.ofType, selected);
      return member && listOf(member);
    }
    if (isObjectType(type)) return this.object(this.selections.below(selected, type), type);
    return leaf(type as GraphQLLeafType);
  }
}

/** Returns the serializer of a field of published values; null if it needs a resolver. */
function memberOf(
  { name, extensions }: GraphQLField<unknown, unknown>,
  write: Serializer,
): Serializer | null {
  const { published, resolved } = extensions.visibility as Declaration;
  if (published)
    return (values, run) =>
      write(present(published(values as Values, run.today, run.sign), name), run);
  if (!resolved) return (values, run) => write((values as Values)[name], run);
  if (!extensions.relation) return null;
  return (values, run) => write(present((values as Values)[name], name), run);
}

/** Returns the value. Throws if it is not part of the published values: a resolver would look it up. */
function present(value: unknown, name: string): unknown {
  if (value === undefined) throw misfit(name);
  return value;
}

function listOf(member: Serializer): Serializer {
  return (list, run) => {
    if (!Array.isArray(list)) throw misfit('list');
    run.records += list.length;
    if (run.records > OPERATION_BUDGET.maxRecords) throw new TooManyRecords();
    let text = '';
    for (const value of list) text += (text === '' ? '' : ',') + member(value, run);
    return `[${text}]`;
  };
}

const SCALARS: Record<string, (value: unknown) => string | null> = {
  String: text,
  ID: text,
  Int: (value) =>
    Number.isInteger(value) && Math.abs(value as number) <= MAX_INT ? String(value) : null,
  Float: (value) => (Number.isFinite(value) ? String(value) : null),
  Boolean: (value) => (typeof value === 'boolean' ? String(value) : null),
};

/** Printable ASCII without quote and backslash: nothing that JSON escapes. */
const PLAIN = /^[ !#-[\]-~]*$/;
/** In characters, of texts that are tested. */
const MAX_TESTED_LENGTH = 64;

/** Quotes short plain text itself, which is faster than `JSON.stringify`. */
function text(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  return value.length <= MAX_TESTED_LENGTH && PLAIN.test(value)
    ? `"${value}"`
    : JSON.stringify(value);
}

/** Formats of dates and times in publications that are valid in responses as they are, without the scalar. */
const VALID_FORMATS: Record<string, RegExp> = {
  DateTime: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
  // Every month but February has 30 days; the last days of the others are checked by the scalar.
  Date: /^\d{4}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30))$/,
};

function leaf(type: GraphQLLeafType): Serializer {
  const write = writerOf(type);
  return (value) => {
    const json = write(value);
    if (json === null) throw misfit(type.name);
    return json;
  };
}

function writerOf(type: GraphQLLeafType): (value: unknown) => string | null {
  if (isEnumType(type)) {
    const names = new Map(type.getValues().map(({ name, value }) => [value, JSON.stringify(name)]));
    return (value) => names.get(value) ?? null;
  }
  const builtIn = SCALARS[type.name];
  if (builtIn) return builtIn;
  const serialize = (value: unknown) => JSON.stringify(type.serialize(value));
  const valid = VALID_FORMATS[type.name];
  if (!valid) return serialize;
  return (value) =>
    typeof value === 'string' && valid.test(value) ? `"${value}"` : serialize(value);
}

function misfit(type: string): Error {
  return new Error(`A published value is no ${type}.`);
}
