import { createServer } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { Webhook } from 'standardwebhooks';
import { Copy } from './copy.mjs';
import {
  ENDPOINTS,
  jobglassAt,
  LISTS,
  RECORDS,
  REGISTER,
  RENEW,
  SWITCH_ON,
  TEST,
} from './jobglass.mjs';

const { JOBGLASS_URL, JOBGLASS_TOKEN, OWN_URL = 'http://localhost:5050' } = process.env;
const { PORT = '5050', DATA = 'data', CATCH_UP_SECONDS = '60' } = process.env;
const MAX_BODY_BYTES = 64 * 1024;
const RETRY_MS = 1_000;
/** Tries to read a record before an event is refused; all together are shorter than Jobglass waits. */
const READS = 3;

const jobglass = jobglassAt(JOBGLASS_URL, JOBGLASS_TOKEN);
const copy = new Copy(DATA);

createServer((request, response) => {
  receive(request).then(
    (status) => response.writeHead(status).end(),
    (error) => {
      // Not answered as done, so Jobglass sends the event again.
      console.error(`An event could not be taken: ${error.message}`);
      response.writeHead(503).end();
    },
  );
}).listen(Number(PORT));

const endpointId = await untilDone(registered);
console.log('Following.');
// A first success tells Jobglass that this program is back, so what waited for it is sent at once.
await untilDone(() => jobglass(TEST, { id: endpointId }));
for (;;) {
  await untilDone(catchUp);
  console.log('Caught up.');
  await wait(Number(CATCH_UP_SECONDS) * 1000);
}

/** Takes one event. Returns the status of the answer; an event is done when its record is safely in the copy. */
async function receive(request) {
  const body = await bodyOf(request);
  let event;
  try {
    event = new Webhook(copy.notes.get('secret')).verify(body, request.headers);
  } catch {
    return 401;
  }
  const { type, data } = event;
  if (!RECORDS[data.kind]) return 204;
  if (type.endsWith('.removed')) copy.remove(data.id);
  else await read(data);
  return 204;
}

async function read({ id, kind }) {
  const record = await recordOf(id, kind);
  // Removed since; its own event comes too.
  if (record) copy.keep(record);
  else copy.remove(id);
}

/** The record as it is now; null if there is none. */
async function recordOf(id, kind) {
  for (let left = READS; ; left -= 1) {
    try {
      return (await jobglass(RECORDS[kind], { id })).node;
    } catch (error) {
      if (error.code === 'NOT_FOUND') return null;
      if (left === 1) throw error;
      await wait(RETRY_MS);
    }
  }
}

/** Reads what the lists say has changed since the last change that they told of. */
async function catchUp() {
  for (const [name, query] of Object.entries(LISTS)) {
    const since = copy.notes.get(`since ${name}`);
    for (let after = null, hasMore = true; hasMore; ) {
      const { nodes, pageInfo } = (await jobglass(query, { since, after })).page;
      for (const { notes = [], ...record } of nodes) {
        copy.keep(record);
        for (const note of notes) copy.keep(note);
      }
      const last = nodes.at(-1);
      if (last) copy.remember(`since ${name}`, last.updatedAt);
      after = pageInfo.endCursor;
      hasMore = pageInfo.hasNextPage;
    }
  }
}

/** Registers this program, once; the secret is kept with the copy. Returns the ID of its endpoint. */
async function registered() {
  const { webhookEndpoints } = await jobglass(ENDPOINTS);
  const known = webhookEndpoints.find(({ url }) => url === new URL(OWN_URL).href);
  if (!known) {
    const { endpoint, secret } = (await jobglass(REGISTER, { url: OWN_URL })).createWebhookEndpoint;
    copy.remember('secret', secret);
    return endpoint.id;
  }
  // Killed before the secret was kept.
  if (!copy.notes.has('secret')) {
    const { secret } = (await jobglass(RENEW, { id: known.id })).rotateWebhookSecret;
    copy.remember('secret', secret);
  }
  if (known.status === 'DISABLED') await jobglass(SWITCH_ON, { id: known.id });
  return known.id;
}

async function untilDone(work) {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      console.error(`Trying again: ${error.message}`);
      await wait(RETRY_MS);
    }
  }
}

async function bodyOf(request) {
  let size = 0;
  const chunks = [];
  for await (const chunk of request) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) throw new Error('The body is too long.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
