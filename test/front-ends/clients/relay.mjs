import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import relay from 'relay-runtime';
import { bearer, input, report } from './requests.mjs';

const {
  ConnectionHandler,
  createOperationDescriptor,
  Environment,
  fetchQuery,
  getRequest,
  Network,
  RecordSource,
  Store,
} = relay;

// What an app has in its components; `@connection` and `@refetchable` are the parts that ask something of a server.
const SOURCE = `import { graphql } from 'relay-runtime';
graphql\`query appJobsQuery($count: Int!, $cursor: String) { ...app_jobs @arguments(count: $count, cursor: $cursor) }\`;
graphql\`fragment app_jobs on Query @refetchable(queryName: "appPageQuery")
  @argumentDefinitions(count: { type: "Int", defaultValue: 2 }, cursor: { type: "String" }) {
  jobs(first: $count, after: $cursor) @connection(key: "app_jobs") { edges { node { id title ...app_job } } }
}\`;
graphql\`fragment app_job on Job @refetchable(queryName: "appJobQuery") { title status notes { id body } }\`;
`;

const artifacts = await compiled(input.folder, input.schema);
const environment = new Environment({
  network: Network.create(fetchGraphql),
  store: new Store(new RecordSource()),
});

await fetchQuery(environment, artifacts.appJobsQuery, { count: 2 }).toPromise();
const first = connection();
await read(artifacts.appPageQuery, { count: 2, cursor: first.endCursor });
const second = connection();
await fetchQuery(environment, artifacts.appJobQuery, { id: input.jobId }).toPromise();
const { __typename: type, title, notes } = environment.getStore().getSource().get(input.jobId);
report({ first, second, node: { type, title, notes: notes?.__refs.length } });

/** Compiles the source with the compiler's defaults; returns the queries. */
async function compiled(folder, schema) {
  mkdirSync(`${folder}/src`, { recursive: true });
  writeFileSync(`${folder}/package.json`, '{ "type": "module" }');
  writeFileSync(`${folder}/src/app.js`, SOURCE);
  copyFileSync(schema, `${folder}/schema.graphql`);
  const language = { language: 'javascript', eagerEsModules: true };
  const config = { src: './src', schema: './schema.graphql', ...language };
  writeFileSync(`${folder}/relay.config.json`, JSON.stringify(config));
  execFileSync(resolve('node_modules/.bin/relay-compiler'), ['relay.config.json'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    timeout: 20_000,
  });
  const names = ['appJobsQuery', 'appPageQuery', 'appJobQuery'];
  const loaded = names.map(async (name) => {
    const file = pathToFileURL(`${folder}/src/__generated__/${name}.graphql.js`);
    return [name, (await import(file)).default];
  });
  return Object.fromEntries(await Promise.all(loaded));
}

async function fetchGraphql({ text }, variables) {
  const response = await fetch(`${input.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...bearer(input.token) },
    body: JSON.stringify({ query: text, variables }),
  });
  return response.json();
}

/** As `usePaginationFragment` loads the next page. */
function read(query, variables) {
  const operation = createOperationDescriptor(getRequest(query), variables);
  return environment.execute({ operation }).toPromise();
}

/** The connection as Relay has put its pages together. */
function connection() {
  let found;
  environment.commitUpdate((store) => {
    const record = ConnectionHandler.getConnection(store.getRoot(), 'app_jobs');
    const pageInfo = record.getLinkedRecord('pageInfo');
    found = {
      ids: record.getLinkedRecords('edges').map((edge) => edge.getLinkedRecord('node').getDataID()),
      endCursor: pageInfo.getValue('endCursor'),
      hasNextPage: pageInfo.getValue('hasNextPage'),
    };
  });
  return found;
}
