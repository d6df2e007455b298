import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import { buildContract } from '../../src/server/schema.js';

const { schema } = buildContract();

/** One value for one place of an operation's arguments. */
export interface Try {
  /** `input.lines.0.quantity` */
  path: string;
  value: unknown;
  /** Whether the value is beyond the bound, and so must be refused. */
  isBeyond: boolean;
}

/** Every place of an operation's arguments with values at its bound, beyond it, and absurd. */
export function triesOf(operation: string): Try[] {
  const [kind = '', name = ''] = operation.split('.');
  const field = schema.getRootType(kind.toLowerCase() as never)?.getFields()[name];
  return (field?.args ?? []).flatMap((each) => triesAt(each, each.name, each.type));
}

/** The variables with another value at this place; what leads there is made where it is missing. */
export function withValue(
  operation: string,
  variables: Record<string, unknown>,
  { path, value }: Try,
): Record<string, unknown> {
  const [kind = '', name = ''] = operation.split('.');
  const field = schema.getRootType(kind.toLowerCase() as never)?.getFields()[name];
  const [first = '', ...rest] = path.split('.');
  const argument = field?.args.find((each) => each.name === first);
  return {
    ...variables,
    [first]: changed(variables[first], argument?.type as GraphQLInputType, rest, value),
  };
}

function changed(
  before: unknown,
  type: GraphQLInputType,
  [step, ...rest]: string[],
  value: unknown,
): unknown {
  if (step === undefined) return value;
  const nullable = isNonNullType(type) ? type.ofType : type;
  if (isListType(nullable))
    return [changed((before as unknown[])?.[0], nullable.ofType, rest, value)];
  if (!isInputObjectType(nullable)) throw new Error(`Nothing is within ${type}.`);
  const object = (before ?? sampleOf(nullable)) as Record<string, unknown>;
  const inner = nullable.getFields()[step]?.type as GraphQLInputType;
  return { ...object, [step]: changed(object[step], inner, rest, value) };
}

const SAMPLES: Record<string, unknown> = { String: 'x', Int: 1, Float: 1, Boolean: true };

function sampleOf(type: GraphQLInputType): unknown {
  const nullable = isNonNullType(type) ? type.ofType : type;
  if (isListType(nullable)) return [];
  if (isEnumType(nullable)) return nullable.getValues()[0]?.name;
  if (!isInputObjectType(nullable)) return SAMPLES[nullable.name] ?? NOBODY;
  const needed = Object.values(nullable.getFields()).filter((each) => isNonNullType(each.type));
  return Object.fromEntries(needed.map((each) => [each.name, sampleOf(each.type)]));
}

const NOBODY = '01a20d32-0000-7000-8000-000000000000';

type InputPlace = GraphQLArgument | GraphQLInputField;

function triesAt(place: InputPlace, path: string, type: GraphQLInputType): Try[] {
  const nullable = isNonNullType(type) ? type.ofType : type;
  const named = getNamedType(nullable);
  const empty: Try[] = isNonNullType(type) ? [] : [{ path, value: null, isBeyond: false }];
  if (isListType(nullable)) {
    const item = sampleOf(nullable.ofType);
    const most = said(place, /At most ([\d,]+) items/);
    return [
      ...empty,
      { path, value: [], isBeyond: false },
      { path, value: Array(most + 1).fill(item), isBeyond: true },
      ...triesAt(place, `${path}.0`, nullable.ofType).filter(({ value }) => value !== null),
    ];
  }
  if (isInputObjectType(named))
    return Object.values(named.getFields()).flatMap((each) =>
      triesAt(each, `${path}.${each.name}`, each.type),
    );
  if (isEnumType(named)) return [...empty, { path, value: 'NO_SUCH_VALUE', isBeyond: true }];
  const values = valuesFor(place, named.name).map((each) => ({ path, ...each }));
  // The absurd first, and null among the others.
  return [...values.slice(0, 1), ...empty, ...values.slice(1)];
}

type Value = Omit<Try, 'path'>;
const within = (value: unknown): Value => ({ value, isBeyond: false });
const beyond = (value: unknown): Value => ({ value, isBeyond: true });

function valuesFor(place: InputPlace, type: string): Value[] {
  if (type === 'String' || type === 'ID') {
    const most = said(place, /At most ([\d,]+) characters/);
    const texts = ['\0', '\ud83d', '', '\u200b\u202e', '{}', "';--", '%', 'x'.repeat(300_000)];
    const atBound = most > 0 ? [within('x'.repeat(most))] : [];
    const past = most > 0 ? [beyond('x'.repeat(most + 1))] : [];
    return [...texts.map(within), ...atBound, ...past];
  }
  if (type === 'Int' || type === 'Float') {
    const range = /From (-?[\d,]+) to ([\d,]+)/.exec(place.description ?? '');
    const [min, max] = range ? [number(range[1]), number(range[2])] : [0, 1_000_000];
    const absurd = type === 'Float' ? [1e308, -1e308, 1.5 - 2] : [2 ** 31, -(2 ** 31) - 1, 0.5];
    const past = [min - 1, max + 1].filter((each) => Math.abs(each) < 2 ** 31);
    return [within(min), within(max), ...past.map(beyond), ...absurd.map(beyond)];
  }
  if (type === 'DateTime')
    return [
      ...['2000-01-01T00:00:00Z', '2100-12-31T23:59:59.999Z'].map(within),
      ...['1999-12-31T23:59:59Z', '2101-01-01T00:00:00Z', '0026-12-01T22:00:00Z'].map(beyond),
      ...['0000-01-01T00:00:00Z', '9999-12-31T23:59:59-10:00', 'soon'].map(beyond),
    ];
  if (type === 'Date')
    return [
      ...['2000-01-01', '2100-12-31'].map(within),
      ...['1999-12-31', '2101-01-01', '0000-01-01', '0026-12-24', '2026-02-30'].map(beyond),
    ];
  return [within(true), within(false)];
}

/** The number that the documentation of a place says, or 0. */
function said({ description }: InputPlace, pattern: RegExp): number {
  return number(pattern.exec(description ?? '')?.[1]);
}

function number(text = '0'): number {
  return Number(text.replaceAll(',', ''));
}
