import { announce } from '../servers/announce.js';
import { type Route, serveJson } from './json-server.js';
import { BOARD } from './statements/board.js';
import { CHANGE } from './statements/change.js';
import { JOB } from './statements/job.js';
import { PORTAL_FROM_TABLES } from './statements/portal.js';

/** Peer (b): every answer from the normalised tables. */
export const SQL_ROUTES: Route[] = [
  { path: 'portal', text: PORTAL_FROM_TABLES },
  {
    path: 'board',
    isList: true,
    text: BOARD,
    values: (_rest, query) => [query.get('first') ?? 50],
  },
  { path: 'job', text: JOB, values: (id) => [id] },
  {
    path: 'todo',
    text: CHANGE,
    values: (id, _query, body) => {
      const { title, done } = JSON.parse(body);
      return [id, title, done];
    },
  },
];

await announce((databaseUrl, pool) => serveJson(databaseUrl, pool, SQL_ROUTES));
