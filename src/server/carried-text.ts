import { randomUUID } from 'node:crypto';
import { GraphQLScalarType } from 'graphql';
import type { JsonText } from '../database/bytes-of-json.js';

/** Stands for carried text while an answer is written. It never leaves, so nobody can write it themselves. */
const MARK = randomUUID();
/** The key of what is carried for a record as a whole, and stands for it with its braces. */
export const WHOLE = '_whole';
const MARKS = new RegExp(`\\{"${WHOLE}":"${MARK}"\\}|"${MARK}"`);
let carried: string[] = [];

/** A part of an answer that PostgreSQL has already written as JSON. */
class CarriedText implements JsonText {
  constructor(readonly json: string) {}

  toJSON(): string {
    carried.push(this.json);
    return MARK;
  }
}

/** Stands in a compiled query for what is carried; no schema that anybody sees has it. */
export const Carried = new GraphQLScalarType({
  name: 'Carried',
  serialize: (json) => new CarriedText(String(json)),
});

/** An answer as JSON, with what was carried put in as it came. */
export function writeAnswer(answer: object): string {
  carried = [];
  const written = JSON.stringify(answer);
  if (carried.length === 0) return `${written}\n`;
  const [first, ...rest] = written.split(MARKS);
  return `${first}${rest.map((after, at) => carried[at] + after).join('')}\n`;
}
