import { v7 } from 'uuid';
import { DEMO_PASSWORD } from '../../db/demo/seed-demo.js';
import { cloneDatabase, dropDatabase } from '../../src/database/setup/databases.js';
import { scheduledJob } from '../harness/jobs.js';
import { openResend } from '../harness/resend-loopback.js';
import { type ServerProcess, startServerProcess } from '../harness/server-process.js';
import { ask, enterWorld, until } from '../harness/world.js';
import * as ops from '../operations.gen.js';

/** Maximum delay of an email after its server has died. */
const MAX_WAIT_SECONDS = 10;

let databaseUrl: string;
let resend: Awaited<ReturnType<typeof openResend>>;
beforeAll(async () => {
  resend = await openResend();
  databaseUrl = await cloneDatabase(
    process.env.TEST_DATABASE_URL as string,
    'template',
    `crash_${v7().replaceAll('-', '')}`,
  );
});
afterAll(async () => {
  await dropDatabase(databaseUrl);
  await resend.close();
});

it('a client gets the email once when the server dies between sending it and recording that', async () => {
  const doomed = await startServerProcess({
    DATABASE_URL: databaseUrl,
    RESEND_API_KEY: 're_test',
    RESEND_BASE_URL: resend.baseUrl,
    MAIL_FROM: 'jobs@bright-spark.test',
    PUBLIC_URL: 'http://jobglass.test',
    JOBGLASS_DATA: process.env.TEST_FOLDER as string,
  });
  // Resend has received the email, and the server dies before the response.
  resend.beforeAnswer(() => void doomed.process.kill('SIGKILL'));
  const email = await shareAJob(doomed);
  await doomed.ended();
  resend.beforeAnswer(() => undefined);
  expect(resend.posts).toHaveLength(1);

  const next = await enterWorld(databaseUrl, {
    publicUrl: 'http://jobglass.test',
    resend: { apiKey: 're_test', baseUrl: resend.baseUrl, from: 'jobs@bright-spark.test' },
  });
  const sent = await until(
    async () => (await next.sql("select * from outgoing_emails where status = 'SENT'")).rows[0],
    MAX_WAIT_SECONDS,
  );
  expect(sent).toMatchObject({ recipient: email, attempts: 2 });
  await next.close();

  expect(new Set(resend.posts.map(({ key }) => key)).size).toBe(1);
  expect(resend.posts.map(({ body }) => body)).toEqual([
    resend.posts[0]?.body,
    resend.posts[0]?.body,
  ]);
  expect(resend.delivered.size).toBe(1);
});

async function shareAJob(server: ServerProcess): Promise<string> {
  const { data } = await ask(server.url)<{ signIn: { token: string } }, object>(
    `mutation { signIn(email: "owner@demo.jobglass.test", password: "${DEMO_PASSWORD}") { token } }`,
  );
  const owner = ask(server.url, data.signIn.token);
  const { jobId, revision, email } = await scheduledJob(owner);
  // The server may die before it responds; only the commit matters.
  await owner(ops.ShareWithClientDocument, { input: { jobId, revision, items: ['STATUS'] } }).catch(
    () => undefined,
  );
  return email;
}
