import type {
  ReadSessionStatuses,
  SessionStatus,
} from '../../src/live/subscriptions/session-status.js';
import { scheduledJob, shared } from '../harness/jobs.js';
import { following } from '../harness/live.js';
import { type Ask, openWorld, type World } from '../harness/world.js';
import { expectEnd } from '../live/let-go.js';
import * as ops from '../operations.gen.js';
import { planted } from './plant.js';

let world: World;
let owner: Ask;
beforeAll(async () => {
  world = await openWorld();
  owner = await world.as('owner');
});
afterAll(() => world.close());

/** Fails unless a client's subscription ends when the portal is switched off. */
async function expectEndAtSwitchOff(): Promise<void> {
  const { token } = await shared(world, owner, await scheduledJob(owner), ['STATUS']);
  const live = await following(world, token, ops.PortalChangedDocument);
  try {
    await owner(ops.SwitchPortalDocument, { on: false });
    await expectEnd([live]);
  } finally {
    await owner(ops.SwitchPortalDocument, { on: true });
    await live.close();
  }
}

it('finds a subscription that stays open after the portal is switched off', async () => {
  await expectEndAtSwitchOff();
  const { parts } = world.running.services.live as unknown as {
    parts: { readSessionStatuses: ReadSessionStatuses };
  };
  const stale: SessionStatus = { audience: 'CLIENT', worksOnJob: true, version: 'job 1' };
  const readSessionStatuses: ReadSessionStatuses = async (queries) => queries.map(() => stale);
  await planted(parts, { readSessionStatuses }, async () => {
    await expect(expectEndAtSwitchOff()).rejects.toThrow('It is still open.');
  });
  await expectEndAtSwitchOff();
});
