import pg from 'pg';
import { type Ask, openWorld, until, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';
import {
  type Conversation,
  openConversation,
  refusal,
  send,
  threadOfStaff,
} from './conversation.js';

let world: World;
let owner: Ask;
beforeAll(async () => {
  world = await openWorld();
  owner = await world.as('owner');
});
afterAll(() => world.close());

describe('a client without access', () => {
  it('gets NOT_FOUND while the portal is off, and staff learn that it is off', async () => {
    const { jobId, client } = await openConversation(world);
    await owner(ops.SwitchPortalDocument, { on: false });
    expect(await refusal(client, jobId)).toBe('NOT_FOUND');
    expect(await refusal(owner, jobId)).toBe('PORTAL_DISABLED');
    await owner(ops.SwitchPortalDocument, { on: true });
    await send(client, jobId, 'Back again');
  });

  it('gets NOT_FOUND with a revoked or unknown link', async () => {
    const { jobId, client, linkId } = await openConversation(world);
    await owner(ops.RevokePortalLinkDocument, { id: linkId });
    expect(await refusal(client, jobId)).toBe('NOT_FOUND');
    const { errors } = await client(ops.MarkMessagesReadDocument, { jobId });
    expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect(await refusal(world.withToken('jgp_nonsense'), jobId)).toBe('NOT_FOUND');
  });
});

/** The message was accepted, and waits inside its transaction while somebody else ends the client's access. */
describe('a message in progress', () => {
  const cuts: [string, (c: Conversation) => [string, string], string][] = [
    [
      'the portal is switched off',
      () => ['update businesses set client_portal_enabled = false where slug = $1', 'bright-spark'],
      'NOT_FOUND',
    ],
    [
      'its link is revoked',
      ({ linkId }) => ['update portal_links set revoked_at = now() where id = $1', linkId],
      'NOT_FOUND',
    ],
    [
      'its job goes to nobody',
      ({ jobId }) => ['update jobs set client_id = null where id = $1', jobId],
      'NOT_FOUND',
    ],
    [
      'messages are switched off',
      ({ jobId }) => ['update jobs set client_messages_enabled = false where id = $1', jobId],
      'MESSAGES_NOT_ENABLED',
    ],
  ];

  it.each(cuts)('is lost when %s', async (_, cut, code) => {
    const conversation = await openConversation(world);
    const { jobId, client } = conversation;
    const [other, watcher] = await Promise.all([connect(), connect()]);
    const [sql, value] = cut(conversation);
    await other.query('begin');
    await other.query(sql, [value]);
    const refused = refusal(client, jobId);
    await until(async () => {
      const { rows } = await watcher.query(
        "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
      );
      return rows.length > 0;
    });
    await other.query('commit');
    expect(await refused).toBe(code);
    await other.query('update businesses set client_portal_enabled = true');
    const { rows } = await other.query('select 1 from messages where job_id = $1', [jobId]);
    expect(rows).toEqual([]);
    await Promise.all([other.end(), watcher.end()]);
    expect((await threadOfStaff(owner, jobId))?.messages).toEqual([]);
  });
});

describe('an expired link', () => {
  it('cannot be used to write', async () => {
    const { jobId, client } = await openConversation(world);
    world.clock.advance(91 * 86_400_000);
    expect(await refusal(client, jobId)).toBe('NOT_FOUND');
  });
});

async function connect(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: world.databaseUrl });
  await client.connect();
  return client;
}
