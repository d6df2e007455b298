import type { AskStandings, Standing } from '../../src/live/standing.js';
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
async function proveCut(): Promise<void> {
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

it('finds a subscription that survives the cut-off', async () => {
  await proveCut();
  const { parts } = world.running.rooms.live as unknown as {
    parts: { askStandings: AskStandings };
  };
  const standsForEver: Standing = { audience: 'CLIENT', worksOnJob: true, version: 1 };
  const askStandings: AskStandings = async (asked) => asked.map(() => standsForEver);
  await planted(parts, { askStandings }, async () => {
    await expect(proveCut()).rejects.toThrow('It is still open.');
  });
  await proveCut();
});
