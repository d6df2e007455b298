import type { Route } from './json-server.js';
import { BOARD } from './statements/board.js';
import { CHANGE } from './statements/change.js';
import { JOB } from './statements/job.js';
import { PORTAL_FROM_PUBLICATION, PORTAL_FROM_TABLES } from './statements/portal.js';
import { withComputed } from './with-computed.js';
import { withPhones } from './with-phones.js';

/** Peer (b): every response from the normalised tables. */
export const FROM_TABLES: Route[] = [
  { path: 'portal', text: PORTAL_FROM_TABLES, complete: withPhones },
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

/** Peer (c): the portal page from this project's publication row. */
export const FROM_PUBLICATION: Route[] = [
  { path: 'portal', text: PORTAL_FROM_PUBLICATION, complete: withComputed },
];
