import 'reflect-metadata';
import { announce } from '../servers/announce.js';
import { serveByHand } from './by-hand.js';

await announce((databaseUrl, pool) => serveByHand(databaseUrl, pool, { pipelined: true }));
