import { GraphQLScalarType } from 'graphql';

/** A part of an answer that PostgreSQL has already written as JSON. */
export class CarriedText {
  constructor(readonly json: string) {}
}

/** Stands in a compiled query for a list that is carried; no schema that anybody sees has it. */
export const Carried = new GraphQLScalarType({
  name: 'Carried',
  serialize: (json) => new CarriedText(String(json)),
});

const carrying = new WeakSet<object>();

/** Remembers that an answer has carried parts, so that the others are written the usual way. */
export function withCarried<T extends object>(data: T): T {
  carrying.add(data);
  return data;
}

/** An answer as JSON, with what was carried put in as it came. */
export function writeAnswer(answer: { data?: unknown }): string {
  const isCarrying = answer.data && carrying.has(answer.data);
  return `${isCarrying ? written(answer) : JSON.stringify(answer)}\n`;
}

function written(value: unknown): string {
  if (value instanceof CarriedText) return value.json;
  if (Array.isArray(value)) return `[${value.map(written).join(',')}]`;
  if (value === null || typeof value !== 'object' || 'toJSON' in value)
    return JSON.stringify(value);
  const members = Object.entries(value).filter(([, each]) => each !== undefined);
  return `{${members.map(([name, each]) => `${JSON.stringify(name)}:${written(each)}`).join(',')}}`;
}
