import { GraphQLClient, gql } from 'graphql-request';
import { bearer, input, report, sent } from './requests.mjs';

const client = new GraphQLClient(`${input.url}/graphql`, { headers: bearer(input.token) });

const { jobs } = await client.request(
  gql`query Read($first: Int) { jobs(first: $first) { nodes { title } } }`,
  { first: 2 },
);
const refused = await client
  .request(gql`{ job(id: "00000000-0000-7000-8000-000000000000") { title } }`)
  .catch(({ response }) => response.errors[0].extensions.code);
report({ titles: jobs.nodes.map(({ title }) => title), refused, sent });
