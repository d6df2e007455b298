import { type GraphQLType, isEnumType } from 'graphql';
import type { Writing } from '../database/json-text.js';

/** How a value of a scalar is written, by the type of the column that holds it. */
const WRITINGS: Record<string, Record<string, Writing>> = {
  String: { text: 'TEXT' },
  ID: { uuid: 'NAME', text: 'TEXT' },
  Int: { int: 'NUMBER', integer: 'NUMBER' },
  Boolean: { boolean: 'TRUTH', bool: 'TRUTH' },
  // No column holds what is not a number: a constraint each sees to it.
  Float: { 'double precision': 'NUMBER', double: 'NUMBER' },
  Date: { date: 'DAY' },
  DateTime: { timestamptz: 'MOMENT' },
  // A column holds the names of an enum, and a constraint each sees to it that it holds no others.
  enum: { text: 'NAME' },
};

/** How PostgreSQL writes what GraphQL says of a value; null where it would say something else. */
export function writingOf(type: GraphQLType, columnType?: string): Writing | null {
  const isNamed = isEnumType(type) && type.getValues().every(({ name, value }) => name === value);
  const byColumn = WRITINGS[isNamed ? 'enum' : String(type)] ?? {};
  if (!columnType) return String(type) === 'Int' ? 'WHOLE' : (Object.values(byColumn)[0] ?? null);
  return byColumn[columnType.replace(/\(\d+\)$/, '')] ?? null;
}
