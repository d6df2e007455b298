import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { bearer, input, report } from './requests.mjs';

/** As the documentation of graphql-ws and of Apollo's subscriptions spell it. */
const SPELLINGS = {
  authorization: bearer(input.portalToken),
  Authorization: { Authorization: `Bearer ${input.portalToken}` },
  headers: { headers: { Authorization: `Bearer ${input.portalToken}` } },
  authToken: { authToken: input.portalToken },
};

/** Subscribes, and returns the first event once the connection is open. */
async function firstEvent(connectionParams) {
  const client = createClient({
    url: `${input.url.replace(/^http/, 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams,
  });
  const events = client.iterate({ query: 'subscription { portalChanged { job { title } } }' });
  const next = events.next();
  await new Promise((resolve) => client.on('connected', resolve));
  return { next, client };
}

const opened = await Promise.all(
  Object.entries(SPELLINGS).map(async ([name, params]) => [name, await firstEvent(params)]),
);
// The client tells nobody when a subscription is heard, so the page is changed until all have an event.
const writing = setInterval(writeMessage, 300);
const titles = {};
for (const [name, { next, client }] of opened) {
  const { value } = await next;
  titles[name] = value?.data?.portalChanged.job.title ?? JSON.stringify(value ?? 'ended');
  await client.dispose();
}
clearInterval(writing);
report(titles);

/** The client writes on its page, which is a change of it. */
function writeMessage() {
  const query =
    'mutation ($jobId: ID!) { sendMessage(jobId: $jobId, body: "Hello") { message { id } } }';
  return fetch(`${input.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...bearer(input.portalToken) },
    body: JSON.stringify({ query, variables: { jobId: input.jobId } }),
  });
}
