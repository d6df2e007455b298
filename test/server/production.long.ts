import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import https from 'node:https';
import WebSocket from 'ws';
import { until } from '../harness/world.js';
import { ProductionMachine } from './production-machine.js';
import { commandsOf } from './readme-commands.js';
import { openTlsProxy } from './tls-proxy.js';

const HOST = 'jobs.example.com';
const machine = new ProductionMachine();
let proxy: Awaited<ReturnType<typeof openTlsProxy>>;
let owner: string;
beforeAll(() => machine.prepare(), 60_000);
afterAll(async () => {
  proxy?.close();
  await machine.close();
  rmSync(machine.folder, { recursive: true, force: true });
  // A whole installation is removed, which takes a slow disk its time.
}, 120_000);

/** Trusts the certificate of README alone, and finds its host here. */
const tls = () => ({
  ca: readFileSync(machine.at('jobglass.crt')),
  servername: HOST,
  host: '127.0.0.1',
  port: proxy.port,
});

function send(
  path: string,
  body?: object,
  token?: string,
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const headers = {
      host: HOST,
      'content-type': 'application/json',
      ...(token && { authorization: `Bearer ${token}` }),
    };
    const request = https.request({ ...tls(), path, method: body ? 'POST' : 'GET', headers });
    request.on('error', reject).on('response', (response) => {
      let text = '';
      response.on('data', (chunk) => {
        text += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    request.end(body && JSON.stringify(body));
  });
}

async function ask(query: string, token?: string, variables?: object) {
  const { text } = await send('/graphql', { query, variables }, token);
  const { data, errors } = JSON.parse(text);
  if (errors) throw new Error(text);
  return data;
}

const addJob = (title: string) =>
  ask(`mutation { createJob(input: { title: "${title}" }) { job { id } } }`, owner);
const titles = async () =>
  (await ask('{ jobs { nodes { title } } }', owner)).jobs.nodes.map(
    ({ title }: { title: string }) => title,
  );

/** Runs the commands below a heading of README, in order. */
async function follow(heading: string, replaced?: [string, string][]): Promise<void> {
  for (const commands of commandsOf(heading)) await machine.run(commands, replaced);
}

it('the database is made, and the release is installed and built from the source', async () => {
  await follow('Database and role');
  machine.unpackSource();
  await follow('Install');
}, 900_000);

it('with the settings of the page the service starts, is ready, and prints exactly one set-up link', async () => {
  const unreachable = 'RESEND_BASE_URL=http://127.0.0.1:9';
  await follow('Secrets and mail', [['MAIL_FROM=', `${unreachable}\nMAIL_FROM=`]]);
  await follow('Service');
  await until(() => machine.printed().includes('Jobglass is running'));
  expect(machine.printed().match(/https:\/\/jobs\.example\.com\/setup#\S+/g)).toHaveLength(1);
  expect(machine.printed()).not.toContain('demo-password');
}, 90_000);

it('behind HTTPS the link sets up the business, and WebSockets pass', async () => {
  await follow('HTTPS');
  proxy = await openTlsProxy(machine.at('jobglass.key'), machine.at('jobglass.crt'), machine.port);
  expect((await send('/setup')).status).toBe(200);
  const setupToken = machine.printed().match(/\/setup#(\S+)/)?.[1];
  const { setUpBusiness } = await ask(
    'mutation ($input: SetUpBusinessInput!) { setUpBusiness(input: $input) { token } }',
    undefined,
    {
      input: {
        ...{ setupToken, businessName: 'Kauri Plumbing', country: 'NZ', currency: 'NZD' },
        ...{ timeZone: 'Pacific/Auckland', ownerName: 'Nia', ownerEmail: 'nia@kauri.test' },
        password: 'a password of the owner',
      },
    },
  );
  owner = setUpBusiness.token;
  await addJob('Before the backup');
  expect(await greeting()).toBe('connection_ack');
}, 60_000);

it('the shell makes another business with its owner', async () => {
  writeFileSync(machine.at('opt/owner-password'), 'the password of olivia\n');
  await follow('First owner');
  const { signIn } = await ask(
    'mutation { signIn(email: "olivia@example.com", password: "the password of olivia") { staff { role } } }',
  );
  expect(signIn.staff.role).toBe('BUSINESS_OWNER');
}, 60_000);

it('a second server serves the same sessions', async () => {
  const stop = machine.start(commandsOf('Several servers')[0] as string);
  const url = `http://127.0.0.1:${machine.secondPort}`;
  await until(() =>
    fetch(`${url}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    ),
  );
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${owner}` },
    body: JSON.stringify({ query: '{ business { name } }' }),
  });
  expect(await answer.json()).toEqual({ data: { business: { name: 'Kauri Plumbing' } } });
  await stop();
}, 60_000);

it('a backup restores the database and the files, with links and sessions that work', async () => {
  writeFileSync(machine.at('data/kept'), 'a file');
  const [backup, restore] = commandsOf('Backup and restore') as [string, string];
  await machine.run(backup);
  await addJob('After the backup');
  await machine.stopService();
  rmSync(machine.at('data/kept'));
  await machine.run(restore);
  await follow('Upgrade');
  expect(await titles()).toEqual(['Before the backup']);
  expect(readFileSync(machine.at('data/kept'), 'utf8')).toBe('a file');
  expect(machine.printed().match(/\/setup#/g)).toHaveLength(1);
}, 90_000);

type Found = (error: null, addresses: { address: string; family: number }[]) => void;

/** The first message of a WebSocket through the proxy. */
function greeting(): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`wss://${HOST}:${proxy.port}/graphql`, 'graphql-transport-ws', {
      ca: tls().ca,
      lookup: ((_host: string, _options: object, found: Found) =>
        found(null, [{ address: '127.0.0.1', family: 4 }])) as never,
    });
    socket.on('error', reject);
    socket.on('open', () =>
      socket.send(
        JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${owner}` } }),
      ),
    );
    socket.on('message', (data) => {
      socket.close();
      resolve(JSON.parse(String(data)).type);
    });
  });
}
