import type pg from 'pg';
import { scheduledJob, shared } from '../harness/jobs.js';
import { besides, type Following, follow, following, refusal, sessionOf } from '../harness/live.js';
import { type Ask, enterWorld, openWorld, until, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';
import { expectEnd } from './let-go.js';

// Two servers on one database: whatever is done on the first must hold on both.
let first: World;
let second: World;
let owner: Ask;
let admin: pg.Client;
beforeAll(async () => {
  first = await openWorld();
  second = await enterWorld(first.databaseUrl);
  owner = await first.as('owner');
  admin = await besides(first);
});
afterAll(async () => {
  await admin.end();
  await second.close();
  await first.close();
});

async function onBoth(
  token: string,
  operation: string,
  variables = {},
): Promise<Following<unknown>[]> {
  return [
    await following(first, token, operation, variables),
    await following(second, token, operation, variables),
  ];
}

async function clientOnBoth() {
  const job = await scheduledJob(owner);
  const { token, portalLink } = await shared(first, owner, job, ['STATUS']);
  const open = await onBoth(token, String(ops.PortalChangedDocument));
  return { job, token, open, linkId: portalLink?.id as string };
}

async function staffOnBoth(person: string) {
  const token = await sessionOf(first, person);
  const { data } = await first.withToken(token)<{ me: { staffId: string } }, object>(
    '{ me { staffId } }',
  );
  const { staffId } = data.me;
  const { jobId } = await scheduledJob(owner);
  await owner(ops.UpdateJobDocument, { input: { id: jobId, assigneeIds: [staffId] } });
  const open = await onBoth(token, String(ops.JobChangedDocument), { jobId });
  return { token, staffId, jobId, open };
}

it('a change on one server reaches somebody who is connected to another', async () => {
  const token = await sessionOf(first, 'owner');
  const { jobId } = await scheduledJob(owner);
  const live = await following(second, token, ops.JobChangedDocument, { jobId });
  await owner(ops.UpdateJobDocument, { input: { id: jobId, title: 'Told afar' } });
  expect((await live.next()).data.jobChanged.title).toBe('Told afar');
  await live.close();
});

describe("a client's subscription ends at once on every server", () => {
  it('when the portal is switched off; and it is not found until it is on again', async () => {
    const { open, token } = await clientOnBoth();
    await owner(ops.SwitchPortalDocument, { on: false });
    await expectEnd(open);
    expect(await refusal(follow(second, token, ops.PortalChangedDocument))).toBe('NOT_FOUND');
    await owner(ops.SwitchPortalDocument, { on: true });
    await (await following(second, token, ops.PortalChangedDocument)).close();
  });

  it('when its link is revoked', async () => {
    const { open, linkId } = await clientOnBoth();
    await owner(ops.RevokePortalLinkDocument, { id: linkId });
    await expectEnd(open);
  });

  it('when the job goes to another client', async () => {
    const { open, job } = await clientOnBoth();
    const other = await scheduledJob(owner);
    await owner(ops.UpdateJobDocument, { input: { id: job.jobId, clientId: other.clientId } });
    await expectEnd(open);
  });

  it('when its link expires, which causes no event', async () => {
    const { open, linkId } = await clientOnBoth();
    await admin.query('update portal_links set expires_at = now() where id = $1', [linkId]);
    await expectEnd(open);
  });

  it("while another client's subscription stays open", async () => {
    const { open, linkId } = await clientOnBoth();
    const stays = await clientOnBoth();
    await owner(ops.RevokePortalLinkDocument, { id: linkId });
    await expectEnd(open);
    await owner(ops.UpdateSharingDocument, { jobId: stays.job.jobId, items: ['SCHEDULE'] });
    for (const live of stays.open) {
      expect((await live.next()).errors).toBeUndefined();
      await live.close();
    }
  });
});

describe("a staff member's subscription ends at once on every server", () => {
  it('when they sign out', async () => {
    const { open, token } = await staffOnBoth('supervisor');
    await first.withToken(token)('mutation { signOut }');
    await expectEnd(open);
  });

  it('when a tradie is taken off the job', async () => {
    const { open, jobId } = await staffOnBoth('tradie');
    await owner(ops.UpdateJobDocument, { input: { id: jobId, assigneeIds: [] } });
    await expectEnd(open);
  });

  it('when their role changes', async () => {
    const { open, staffId } = await staffOnBoth('admin');
    await admin.query("update staff_members set role = 'TRADIE' where id = $1", [staffId]);
    await expectEnd(open);
  });

  it('when they are removed', async () => {
    const { open, staffId } = await staffOnBoth('apprentice');
    await admin.query('update staff_members set removed_at = now() where id = $1', [staffId]);
    await expectEnd(open);
  });
});

describe('while the LISTEN connection is down', () => {
  const name = () => new URL(first.databaseUrl).pathname.slice(1);
  const admit = (yes: boolean) =>
    elsewhere.query(`alter database ${admin.escapeIdentifier(name())} allow_connections ${yes}`);
  const listeners = async () => {
    const { rows } = await admin.query(LISTENERS, [name()]);
    return rows.length;
  };

  let elsewhere: pg.Client;
  beforeAll(async () => {
    const server = new URL(first.databaseUrl);
    server.pathname = '/postgres';
    elsewhere = await besides({ databaseUrl: server.href });
  });
  afterEach(() => admit(true));
  afterAll(() => elsewhere.end());

  async function stopListening(): Promise<void> {
    await admit(false);
    await admin.query(`select pg_terminate_backend(pid) from (${LISTENERS}) l`, [name()]);
    await until(async () => (await listeners()) === 0);
  }

  it('changes are sent as soon as it is back', async () => {
    const token = await sessionOf(first, 'owner');
    const { jobId } = await scheduledJob(owner);
    const open = [
      await following(first, token, ops.JobChangedDocument, { jobId }),
      await following(second, token, ops.JobChangedDocument, { jobId }),
    ];
    await stopListening();
    await admin.query("update jobs set title = 'Missed' where id = $1", [jobId]);
    await admit(true);
    for (const live of open) {
      expect((await live.next()).data.jobChanged.title).toBe('Missed');
      await live.close();
    }
    await until(async () => (await listeners()) === 2);
  });

  it('a client whose portal is switched off loses its subscription all the same', async () => {
    const { open } = await clientOnBoth();
    await stopListening();
    await admin.query('update businesses set client_portal_enabled = false');
    await expectEnd(open);
    await admin.query('update businesses set client_portal_enabled = true');
  });
});

const LISTENERS =
  "select pid from pg_stat_activity where application_name = 'jobglass live' and datname = $1";
