import { Client, cacheExchange, fetchExchange, gql } from '@urql/core';
import { bearer, input, report, sent } from './requests.mjs';

const client = new Client({
  url: `${input.url}/graphql`,
  exchanges: [cacheExchange, fetchExchange],
  fetchOptions: () => ({ headers: bearer(input.token) }),
});

const query = await client.query(
  gql`query Read($first: Int) { jobs(first: $first) { nodes { id title } } }`,
  { first: 2 },
);
const mutation = await client.mutation(
  gql`mutation Add($input: AddNoteInput!) { addNote(input: $input) { note { id body } } }`,
  { input: { jobId: input.jobId, body: 'By urql' } },
);
report({
  errors: [query.error?.message, mutation.error?.message].filter(Boolean),
  titles: query.data?.jobs.nodes.map(({ title }) => title),
  note: mutation.data?.addNote.note.body,
  sent,
});
