import { GraphQLError, type GraphQLScalarType, type ValueNode } from 'graphql';
import { GraphQLDate, GraphQLDateTime } from 'graphql-scalars';

/**
 * Every moment and every day that comes in is in this span: a job of this century, and what is due, valid or planned
 * for decades ahead. What lies outside is a slip of the keyboard, such as the year 26.
 */
const FIRST_DAY = '2000-01-01';
const LAST_DAY = '2100-12-31';
const FIRST_MS = Date.parse(`${FIRST_DAY}T00:00:00Z`);
const END_MS = Date.parse(`${LAST_DAY}T00:00:00Z`) + 24 * 60 * 60 * 1000;
const SPAN = `from ${FIRST_DAY} to ${LAST_DAY}`;

const AS_WRITTEN = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

// The scalars are the package's own, which every input field and argument uses; they are bounded here once for all
// of them. What goes out is not: a row from before the bound is still read.
bound(GraphQLDateTime, `A moment ${SPAN}, such as 2027-03-31T09:30:00Z.`);
bound(GraphQLDate, `A day of the calendar ${SPAN}, such as 2027-03-31.`);

const serialize = GraphQLDateTime.serialize;

// What was published holds its moments as they are written; they need not be read to be written again.
GraphQLDateTime.serialize = (moment: unknown): never =>
  (typeof moment === 'string' && AS_WRITTEN.test(moment) ? moment : serialize(moment)) as never;

function bound(scalar: GraphQLScalarType<Date, unknown>, description: string): void {
  const { parseValue, parseLiteral } = scalar;
  scalar.description = description;
  scalar.extensions = { ...scalar.extensions, isBounded: true };
  scalar.parseValue = (value) => withinSpan(scalar, parseValue(value));
  scalar.parseLiteral = (node: ValueNode, variables) =>
    withinSpan(scalar, parseLiteral(node, variables), node);
}

/** The error of a literal names its place, as those of graphql-js do. */
function withinSpan({ name }: GraphQLScalarType, moment: Date, nodes?: ValueNode): Date {
  const time = moment.getTime();
  if (time >= FIRST_MS && time < END_MS) return moment;
  throw new GraphQLError(`${name}: use a ${name === 'Date' ? 'day' : 'time'} ${SPAN}.`, { nodes });
}
