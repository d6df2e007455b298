import { DEMO_PASSWORD } from '../../../../db/demo/seed-demo.js';

/** People of the demo that the name of an operation may begin with. */
const PEOPLE = ['owner', 'supervisor', 'finance', 'tradie', 'apprentice', 'client', 'visitor'];

/**
 * Script of the page, only where the demo is: signs a tab in as the person that the name of its operation begins with
 * (OwnerBoard, ClientPage), unless it has an authorization header of its own. When a tab of another person is opened,
 * the schema is read again, so that it is that person's.
 */
export const DEMO_SESSIONS = `(() => {
const PEOPLE = ${JSON.stringify(PEOPLE)};
const ENDPOINT = '/graphql';
const send = window.fetch.bind(window);
const tokens = new Map();
const known = {};
const personIn = (name) => PEOPLE.find((each) => (name || '').toLowerCase().startsWith(each));
const openTab = () => document.querySelector('.graphiql-tab-active .graphiql-tab-button');
const personOfTab = () => personIn(openTab()?.textContent) || 'visitor';
const ask = async (query, variables, token) => {
  const authorization = token ? { authorization: 'Bearer ' + token } : {};
  const answer = await send(ENDPOINT, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...authorization },
    body: JSON.stringify({ query, variables }),
  });
  return (await answer.json()).data;
};
const signIn = async (person) => {
  const variables = { email: person + '@demo.jobglass.test', password: ${JSON.stringify(DEMO_PASSWORD)} };
  const { signIn } = await ask(
    'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { token } }', variables,
  );
  return signIn.token;
};
const newestLink = async () => {
  const mails = await (await send('/dev/mailbox.json')).json();
  return mails.flatMap(({ links }) => links).find((link) => link.includes('/portal#'))?.split('#')[1].split('/')[0];
};
// Nothing is shared in a new demo.
const shareFirstJob = async () => {
  const token = await tokenOf('supervisor');
  const { sharePrompts } = await ask('{ sharePrompts(first: 1) { nodes { job { id } revision items { key preselected } } } }', {}, token);
  for (const { job, revision, items } of sharePrompts.nodes) {
    const input = { jobId: job.id, revision, items: items.filter((each) => each.preselected).map(({ key }) => key) };
    await ask('mutation ($input: ShareWithClientInput!) { shareWithClient(input: $input) { publication { version } } }', { input }, token);
  }
};
const clientsLink = async () => {
  const first = await newestLink();
  if (first) return first;
  await shareFirstJob();
  for (let tries = 0; tries < 50; tries += 1) {
    const link = await newestLink();
    if (link) return link;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
};
const tokenOf = (person) => {
  if (person === 'visitor') return undefined;
  if (!tokens.has(person)) {
    const token = person === 'client' ? clientsLink() : signIn(person);
    tokens.set(person, token.then((value) => { known[person] = value; return value; }));
  }
  return tokens.get(person);
};
window.fetch = async (address, options) => {
  const headers = new Headers(options?.headers);
  if (!String(address).endsWith(ENDPOINT) || headers.has('authorization')) return send(address, options);
  const { operationName } = JSON.parse(options.body);
  const token = await tokenOf(personIn(operationName) || personOfTab());
  if (token) headers.set('authorization', 'Bearer ' + token);
  return send(address, { ...options, headers });
};
const { send: sendMessage } = WebSocket.prototype;
WebSocket.prototype.send = function (text) {
  const message = JSON.parse(text);
  const token = known[personOfTab()];
  if (message.type !== 'connection_init' || !token || message.payload?.authorization) return sendMessage.call(this, text);
  const payload = { ...message.payload, authorization: 'Bearer ' + token };
  return sendMessage.call(this, JSON.stringify({ ...message, payload }));
};
let last;
new MutationObserver(() => {
  const person = openTab() && personOfTab();
  if (!person || person === last) return;
  const refetch = document.querySelector('[aria-label^="Re-fetch GraphQL schema"]');
  if (last && refetch) refetch.click();
  last = person;
}).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['aria-selected', 'class'] });
})();`;
