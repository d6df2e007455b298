import { html } from '../../src/web/pages/html.js';
import { code } from './parts.js';
import type { Page } from './site.js';

const SIGN_IN = `curl -s http://localhost:4000/graphql -H 'content-type: application/json' \\
  -d '{"query":"mutation { signIn(email: \\"owner@demo.jobglass.test\\", password: \\"demo-password\\") { token } }"}'`;
const ASK = `curl -s http://localhost:4000/graphql -H 'content-type: application/json' \\
  -H 'authorization: Bearer <token>' -d '{"query":"{ jobs(first: 5) { nodes { number title status } } }"}'`;

/** First page: how to begin, who may ask for what, and where the schema is. */
export function startPage(): Page {
  return {
    title: 'Jobglass API',
    content: html`<h1>Jobglass API</h1>
<p>One GraphQL API at <code>/graphql</code> for a trades business and its clients. A field that a caller may not see is
<code>null</code>; an operation that it may not call is refused.</p>
<h2>Begin</h2>
<ol>
<li>Sign in for a token: ${code(SIGN_IN)}</li>
<li>Send it with each request: ${code(ASK)}</li>
</ol>
<p>A client’s token is the part after <code>#</code> of the link in its email, sent in the same header.</p>
<h2>Ways in</h2>
<ul>
<li><strong>HTTP</strong>: POST or GET at <code>/graphql</code>; batches of up to 10 operations; persisted queries by their SHA-256.</li>
<li><strong>Subscriptions</strong>: a WebSocket at <code>/graphql</code> (<code>graphql-transport-ws</code>), or server-sent events at
<code>/graphql/stream</code> (<code>graphql-sse</code>).</li>
<li><strong>Programs</strong> use an <a href="mutation/createApiKey.html">API key</a> with chosen capabilities, are told of changes by
<a href="mutation/createWebhookEndpoint.html">webhooks</a>, and catch up with <code>orderBy: UPDATED_AT</code>.</li>
<li><strong>Points</strong>: the headers <code>RateLimit</code> and <code>RateLimit-Policy</code> say what is left to a caller in this minute.
<code>"extensions": { "cost": true }</code> in a request adds what it cost to its response.</li>
<li><strong>Again, but once</strong>: the argument <code>key</code> of a mutation makes a repeated request harmless, and
<code>ifUnchangedSince</code> keeps an update from overwriting another.</li>
</ul>
<h2>The whole contract</h2>
<ul>
<li><a href="/schema.graphql">/schema.graphql</a>: the schema for staff front ends, integrations and tools.</li>
<li><a href="/schema/portal.graphql">/schema/portal.graphql</a>: what a client can use.</li>
<li><a href="examples.html">Examples</a>, <a href="errors.html">errors</a>, and a page for each operation and type in the list.</li>
</ul>
<h2>Who is who</h2>
<ul>
<li><strong>Staff</strong> (Business Owner, Sole Trader, Admin, Supervisor, Finance, Tradie, Apprentice) sign in.</li>
<li><strong>Clients</strong> come with a portal link, and see what was published for it and nothing else.</li>
<li><strong>Visitors</strong> send no token.</li>
</ul>`,
  };
}
