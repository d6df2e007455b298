import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { bearer, input, report } from './requests.mjs';

// Started as its documentation says, with settings in the environment.
const transport = new StdioClientTransport({
  command: 'node_modules/.bin/mcp-graphql',
  env: {
    PATH: process.env.PATH,
    ENDPOINT: `${input.url}/graphql`,
    HEADERS: JSON.stringify(bearer(input.token)),
  },
});
const client = new Client({ name: 'jobglass-test', version: '1.0.0' });
await client.connect(transport);
const { tools } = await client.listTools();
const call = async (name, args) => {
  const { content, isError = false } = await client.callTool({ name, arguments: args });
  return { isError, text: content[0].text };
};
const schema = await call('introspect-schema', {});
const query = await call('query-graphql', {
  query: 'query Read($first: Int) { jobs(first: $first) { nodes { title } } }',
  variables: JSON.stringify({ first: 2 }),
});
const mutation = await call('query-graphql', { query: 'mutation { signOut }' });
await client.close();
report({
  tools: tools.map(({ name }) => name),
  schema: { isError: schema.isError, hasJob: /^type Job\b/m.test(schema.text) },
  query,
  mutation,
});
