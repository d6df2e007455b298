import { GraphQLDateTime } from 'graphql-scalars';

const AS_WRITTEN = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const serialize = GraphQLDateTime.serialize;

// What was published holds its moments as they are written; they need not be read to be written again.
GraphQLDateTime.serialize = (moment: unknown): never =>
  (typeof moment === 'string' && AS_WRITTEN.test(moment) ? moment : serialize(moment)) as never;
