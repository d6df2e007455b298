import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { scheduledJob } from '../harness/jobs.js';
import { type Ask, openWorld, until, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';
import { notOk, seenBy, sharedJob, switchPortal, whyOf } from './asking-why.js';

let world: World;
let owner: Ask;

describe('the client cannot open the link', () => {
  beforeAll(async () => {
    world = await openWorld({ portalLinkDays: 1, sessionHours: 48 });
    owner = await world.as('owner');
  });
  afterAll(() => world.close());

  it('because it was revoked, until the share is sent again', async () => {
    const { jobId, portalLink, client, email } = await sharedJob(world, owner);
    await owner(ops.RevokePortalLinkDocument, { id: portalLink?.id as string });
    const answer = await whyOf(owner, jobId);
    expect(answer).toMatchObject({ visible: false, problem: { step: 'LINK_WORKS' } });
    expect(answer.problem?.explanation).toContain('cut off');
    expect(answer.problem?.whatToDo).toContain('Re-send the share');
    expect(await seenBy(client)).toBeNull();
    await owner(ops.ResendShareDocument, { jobId });
    await world.mailsTo(email, 2);
    expect(await whyOf(owner, jobId)).toMatchObject({ visible: true, problem: null });
  });

  it("because the client's address has changed, until the share is sent again", async () => {
    const { jobId, clientId, client } = await sharedJob(world, owner);
    const email = `moved-${Date.now()}@client.test`;
    await owner(ops.UpdateClientDocument, { input: { id: clientId, email } });
    expect(await whyOf(owner, jobId)).toMatchObject({
      visible: false,
      problem: { step: 'LINK_WORKS' },
    });
    expect(await seenBy(client)).toBeNull();
    await owner(ops.ResendShareDocument, { jobId });
    await world.mailsTo(email, 1);
    expect(await whyOf(owner, jobId)).toMatchObject({ visible: true, problem: null });
  });

  it('because the portal is off', async () => {
    const { jobId, client } = await sharedJob(world, owner);
    await switchPortal(owner, false);
    const [answer, seen] = [await whyOf(owner, jobId, 'STATUS'), await seenBy(client)];
    await switchPortal(owner, true);
    expect(answer).toMatchObject({ visible: false, problem: { step: 'PORTAL_ON' } });
    expect(seen).toBeNull();
    expect(await whyOf(owner, jobId, 'STATUS')).toMatchObject({ visible: true, problem: null });
  });

  it('because the job was given to another client', async () => {
    const { jobId, client } = await sharedJob(world, owner);
    const { clientId } = await scheduledJob(owner);
    await owner(ops.UpdateJobDocument, { input: { id: jobId, clientId } });
    expect(await whyOf(owner, jobId)).toMatchObject({
      visible: false,
      problem: { step: 'SHARED' },
    });
    expect(await seenBy(client)).toBeNull();
  });

  it('because it has expired, until the share is sent again', async () => {
    const { jobId, client, email } = await sharedJob(world, owner);
    world.clock.advance(25 * 3_600_000);
    const answer = await whyOf(owner, jobId, 'STATUS');
    expect(answer).toMatchObject({ visible: false, problem: { step: 'LINK_WORKS' } });
    expect(answer.problem?.explanation).toContain('expired');
    expect(await seenBy(client)).toBeNull();
    await owner(ops.ResendShareDocument, { jobId });
    await world.mailsTo(email, 2);
    expect(await whyOf(owner, jobId, 'STATUS')).toMatchObject({ visible: true, problem: null });
  });
});

describe('the client never got the link', () => {
  const NO_MAILBOX = { status: 422, name: 'validation_error', message: 'No such mailbox' };
  const OUT_OF_ORDER = { status: 500, name: 'application_error', message: 'Out of order' };
  let refuses: (to: string) => boolean;
  let refusal = NO_MAILBOX;
  const taken: { to: string; text: string }[] = [];
  let mailService: Server;
  beforeAll(async () => {
    mailService = createServer(async (request, response) => {
      const mail = JSON.parse(Buffer.concat(await request.toArray()).toString());
      const { status, ...answer } = refuses(String(mail.to))
        ? refusal
        : { status: 200, id: 'taken' };
      if (status === 200) taken.push({ to: String(mail.to), text: mail.text });
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(answer));
    });
    await new Promise<void>((done) => mailService.listen(0, '127.0.0.1', done));
    const baseUrl = `http://127.0.0.1:${(mailService.address() as AddressInfo).port}`;
    world = await openWorld({
      resend: { apiKey: 're_test', baseUrl, from: 'jobs@bright-spark.test' },
    });
    owner = await world.as('owner');
  });
  afterAll(async () => {
    await world.close();
    mailService.closeAllConnections();
    await new Promise((done) => mailService.close(done));
  });

  async function sentJob() {
    const job = await scheduledJob(owner);
    const { errors } = await owner(ops.ShareWithClientDocument, {
      input: { jobId: job.jobId, revision: job.revision, items: ['STATUS'] },
    });
    expect(errors).toBeUndefined();
    return job;
  }

  const problemOf = async (jobId: string) => (await whyOf(owner, jobId)).problem;

  it('because Resend refused the email, until the share is sent again', async () => {
    refuses = () => true;
    const { jobId, email } = await sentJob();
    const problem = await until(() => problemOf(jobId));
    expect(problem).toMatchObject({ step: 'MAIL_DELIVERED', state: 'BROKEN' });
    expect(problem.explanation).toContain('No such mailbox');
    expect((await whyOf(owner, jobId)).visible).toBe(true);
    refuses = () => false;
    await owner(ops.ResendShareDocument, { jobId });
    const mail = await until(() => taken.find(({ to }) => to === email));
    const token = /portal#(\S+)/.exec(mail.text)?.[1] ?? '';
    expect((await seenBy(world.withToken(token)))?.id).toBe(jobId);
    await until(async () => notOk(await whyOf(owner, jobId)).join() === 'OPENED WAITING');
  });

  it('because every attempt to send the email has failed', async () => {
    refuses = () => true;
    const { jobId } = await sentJob();
    await until(() => problemOf(jobId));
    await world.sql("update outgoing_emails set status = 'FAILED' where job_id = $1", [jobId]);
    const problem = await problemOf(jobId);
    expect(problem).toMatchObject({ step: 'MAIL_DELIVERED', state: 'BROKEN' });
    expect(problem?.whatToDo).toContain('re-send the share');
  });

  it('because its link was revoked before the email was sent, while an earlier one works', async () => {
    refuses = () => false;
    const { jobId } = await sentJob();
    await until(async () => notOk(await whyOf(owner, jobId)).join() === 'OPENED WAITING');
    refuses = () => true;
    refusal = OUT_OF_ORDER;
    const { data } = await owner(ops.ResendShareDocument, { jobId });
    await until(() => problemOf(jobId));
    await owner(ops.RevokePortalLinkDocument, { id: data.resendShare.portalLink?.id as string });
    // The next attempt is minutes away: run it now.
    await world.sql(
      "select graphile_worker.add_job('send_email', json_build_object('id', id), job_key => job_key) from outgoing_emails where job_id = $1 and status = 'QUEUED'",
      [jobId],
    );
    const cancelled = await until(async () => {
      const problem = await problemOf(jobId);
      return problem?.explanation.includes('was not sent') && problem;
    });
    expect(cancelled.explanation).toContain('The link stopped working before the mail went out.');
    expect((await whyOf(owner, jobId)).visible).toBe(true);
  });

  it('because its email waits for the portal, which was switched off right after the share', async () => {
    refuses = () => true;
    refusal = OUT_OF_ORDER;
    const { jobId } = await sentJob();
    await until(() => problemOf(jobId));
    await switchPortal(owner, false);
    await world.sql(
      "select graphile_worker.add_job('send_email', json_build_object('id', id), job_key => job_key) from outgoing_emails where job_id = $1",
      [jobId],
    );
    await until(async () => {
      const { rows } = await world.sql('select status from outgoing_emails where job_id = $1', [
        jobId,
      ]);
      return rows[0]?.status === 'WAITING';
    });
    expect((await problemOf(jobId))?.step).toBe('PORTAL_ON');
    await switchPortal(owner, true);
    const answer = await whyOf(owner, jobId);
    expect(answer).toMatchObject({ visible: true, problem: null });
    expect(notOk(answer)).toEqual(['MAIL_DELIVERED WAITING', 'OPENED WAITING']);
  });
});
