// Reads answers of the API from the file that INPUT names, gives each to an empty cache of each client, and prints the
// operations whose answer was not the same when read back. Caches have their default settings.
import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { parse } from 'graphql';
import { throughApollo } from './apollo.mjs';
import { throughGraphcache } from './graphcache.mjs';
import { throughRelay } from './relay.mjs';

// Clients warn on the console, which is for the result.
console.log = console.warn = console.error;

const CACHES = { apollo: throughApollo, relay: throughRelay, graphcache: throughGraphcache };

const { file } = JSON.parse(process.env.INPUT);
const answers = JSON.parse(readFileSync(file, 'utf8'));
const found = { apollo: [], relay: [], graphcache: [] };
for (const { operation, query, variables, data } of answers) {
  const document = parse(query, { noLocation: true });
  for (const [name, through] of Object.entries(CACHES)) {
    const read = await through({ operation, document, variables, data: structuredClone(data) });
    const difference = firstDifference(data, read, operation);
    if (difference) found[name].push(difference);
  }
}
process.stdout.write(JSON.stringify(found), () => process.exit(0));

function firstDifference(given, read, path) {
  if (isDeepStrictEqual(plain(given), plain(read))) return null;
  if (isObject(given) && isObject(read)) {
    for (const name of new Set([...Object.keys(given), ...Object.keys(read)])) {
      const difference = firstDifference(given[name], read[name], `${path}.${name}`);
      if (difference) return difference;
    }
  }
  return `${path}: ${JSON.stringify(given)?.slice(0, 200)} was read as ${JSON.stringify(read)?.slice(0, 200)}`;
}

/** Caches may return objects without a prototype. */
function plain(value) {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}

function isObject(value) {
  return typeof value === 'object' && value !== null;
}
