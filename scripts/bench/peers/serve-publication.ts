import { announce } from '../servers/announce.js';
import { type Route, serveJson } from './json-server.js';
import { PORTAL_FROM_PUBLICATION } from './statements/portal.js';

/** Peer (c): the portal page from this project's publication row. */
const ROUTES: Route[] = [{ path: 'portal', text: PORTAL_FROM_PUBLICATION }];

await announce((databaseUrl, pool) => serveJson(databaseUrl, pool, ROUTES));
