import { createServer } from 'node:http';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { addPgTableCondition } from 'postgraphile/utils';

// Peer (d). Without tokens: the operations contain the business.
const { DATABASE_URL, DATABASE_POOL } = process.env;

/** A filter other than equality, as an author of such a server would add it. */
const condition = (tableName, name, sqlOf) =>
  addPgTableCondition(
    { schemaName: 'public', tableName },
    name,
    ({ graphql: { GraphQLBoolean } }) => ({ type: GraphQLBoolean }),
    (_value, { sql, sqlTableAlias }) => sqlOf(sql, sqlTableAlias),
  );

const preset = {
  extends: [PostGraphileAmberPreset],
  plugins: [
    condition(
      'jobs',
      'open',
      (sql, job) => sql`${job}.status in ('NEW', 'SCHEDULED', 'IN_PROGRESS', 'ON_HOLD')`,
    ),
    condition('quotes', 'sent', (sql, quote) => sql`${quote}.status <> 'DRAFT'`),
  ],
  // Relations are indexed by the child's own key, and not by the business that is part of each key.
  disablePlugins: ['PgIndexBehaviorsPlugin'],
  pgServices: [
    makePgService({
      connectionString: DATABASE_URL,
      schemas: ['public'],
      poolConfig: { max: Number(DATABASE_POOL) },
    }),
  ],
  grafserv: { graphqlPath: '/graphql', graphiql: false, watch: false },
  grafast: { explain: false },
};

const instance = postgraphile(preset);
const server = createServer();
await instance.createServ(grafserv).addTo(server);
server.listen(0, '127.0.0.1', () => {
  process.send?.({ url: `http://127.0.0.1:${server.address().port}` });
});
process.once('disconnect', async () => {
  server.closeAllConnections();
  server.close();
  await instance.release();
  process.exit(0);
});
