import { createClient } from 'graphql-sse';
import { bearer, input, report } from './requests.mjs';

const client = createClient({
  url: `${input.url}/graphql`,
  headers: bearer(input.portalToken),
});

const events = client.iterate({ query: 'subscription { portalChanged { job { title } } }' });
const next = events.next();
// The client tells nobody when the stream is open, so the page is changed until an event arrives.
const writing = setInterval(writeMessage, 300);
const { value } = await next;
clearInterval(writing);
await events.return();
// Queries go the same way.
const query = client.iterate({ query: '{ portal { job { title } } }' });
const answer = await query.next();
client.dispose();
report({
  event: value?.data?.portalChanged.job.title ?? JSON.stringify(value),
  query: answer.value?.data?.portal.job.title ?? JSON.stringify(answer.value),
});

function writeMessage() {
  const query =
    'mutation ($jobId: ID!) { sendMessage(jobId: $jobId, body: "Hello") { message { id } } }';
  return fetch(`${input.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...bearer(input.portalToken) },
    body: JSON.stringify({ query, variables: { jobId: input.jobId } }),
  });
}
