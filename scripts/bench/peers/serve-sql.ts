import { announce } from '../servers/announce.js';
import { serveJson } from './json-server.js';
import { FROM_TABLES } from './routes.js';

await announce((databaseUrl, pool) => serveJson(databaseUrl, pool, FROM_TABLES));
