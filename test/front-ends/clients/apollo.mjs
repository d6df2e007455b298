import { createHash } from 'node:crypto';
import { ApolloClient, ApolloLink, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { BatchHttpLink } from '@apollo/client/link/batch-http';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { bearer, input, report, sent } from './requests.mjs';

const READ = gql`query Read { jobs(first: 2) { nodes { id title } } }`;
const PORTAL = gql`query Portal { portal { version job { id title } } }`;
const ADD = gql`mutation Add($input: AddNoteInput!) { addNote(input: $input) { note { id body } } }`;
const uri = `${input.url}/graphql`;

function clientOf(link) {
  return new ApolloClient({ link, cache: new InMemoryCache() });
}

/** Returns the result of the work, and the requests that it sent. */
async function counted(work) {
  const before = sent.length;
  const result = await work();
  return { result, sent: sent.slice(before) };
}

const http = (token, options = {}) => new HttpLink({ uri, headers: bearer(token), ...options });

async function usual() {
  const client = clientOf(http(input.token));
  const { data } = await client.query({ query: READ });
  const variables = { input: { jobId: input.jobId, body: 'By Apollo Client' } };
  const made = await client.mutate({ mutation: ADD, variables });
  return { titles: data.jobs.nodes.map(({ title }) => title), note: made.data.addNote.note.body };
}

const sha256 = async (text) => createHash('sha256').update(text).digest('hex');

/** Each client has a memory of its own, so the second one sends the hash alone. */
async function persisted(token, query, options = {}) {
  const persistedLink = () => new PersistedQueryLink({ sha256, ...options.persisted });
  const read = async () => {
    const link = ApolloLink.from([persistedLink(), http(token)]);
    const { data } = await clientOf(link).query({ query });
    return data;
  };
  await read();
  return read();
}

async function batched() {
  const client = clientOf(
    new BatchHttpLink({ uri, headers: bearer(input.token), batchMax: 3, batchInterval: 20 }),
  );
  const queries = [1, 2, 3].map((first) =>
    client.query({ query: gql(`query Read${first} { jobs(first: ${first}) { nodes { id } } }`) }),
  );
  const answers = await Promise.all(queries);
  return answers.map(({ data }) => data.jobs.nodes.length);
}

report({
  usual: await counted(usual),
  persisted: await counted(() => persisted(input.token, READ)),
  persistedByGet: await counted(() =>
    persisted(input.token, READ, { persisted: { useGETForHashedQueries: true } }),
  ),
  persistedForClient: await counted(() => persisted(input.portalToken, PORTAL)),
  batched: await counted(batched),
});
