import { GraphQLError, type GraphQLScalarType, type ValueNode } from 'graphql';
import { GraphQLDate, GraphQLDateTime } from 'graphql-scalars';

/** Accepted range of dates and times in inputs. Anything outside is a typing error, such as the year 26. */
const FIRST_DAY = '2000-01-01';
const LAST_DAY = '2100-12-31';
const FIRST_MS = Date.parse(`${FIRST_DAY}T00:00:00Z`);
const END_MS = Date.parse(`${LAST_DAY}T00:00:00Z`) + 24 * 60 * 60 * 1000;
const RANGE = `from ${FIRST_DAY} to ${LAST_DAY}`;

const ISO_TIMESTAMP = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

// Limits the input of graphql-scalars' own types, which all input fields and arguments use. Output is not limited, so
// that rows from before the limit can still be read.
bound(GraphQLDateTime, `A moment ${RANGE}, such as 2027-03-31T09:30:00Z.`);
bound(GraphQLDate, `A day of the calendar ${RANGE}, such as 2027-03-31.`);
// Both are written as `date-time` and `full-date` of this section.
for (const scalar of [GraphQLDateTime, GraphQLDate])
  scalar.specifiedByURL = 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6';

const serialize = GraphQLDateTime.serialize;

// Publications hold timestamps as ISO text, which is passed through without parsing.
GraphQLDateTime.serialize = (value: unknown): never =>
  (typeof value === 'string' && ISO_TIMESTAMP.test(value) ? value : serialize(value)) as never;

function bound(scalar: GraphQLScalarType<Date, unknown>, description: string): void {
  const { parseValue, parseLiteral } = scalar;
  scalar.description = description;
  scalar.extensions = { ...scalar.extensions, isBounded: true };
  scalar.parseValue = (value) => assertInRange(scalar, parseValue(value));
  scalar.parseLiteral = (node: ValueNode, variables) =>
    assertInRange(scalar, parseLiteral(node, variables), node);
}

/** @throws GraphQLError with the location of a literal, as graphql-js does. */
function assertInRange({ name }: GraphQLScalarType, date: Date, nodes?: ValueNode): Date {
  const timeMs = date.getTime();
  if (timeMs >= FIRST_MS && timeMs < END_MS) return date;
  throw new GraphQLError(`${name}: use a ${name === 'Date' ? 'day' : 'time'} ${RANGE}.`, { nodes });
}
