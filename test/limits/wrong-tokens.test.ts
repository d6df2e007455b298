import { Attempts, MOST_NETWORKS } from '../../src/domain/attempts.js';
import { sessionOf } from '../harness/live.js';
import { openWorld, type World } from '../harness/world.js';

const WRONG_LINK = `jgp_${'x'.repeat(43)}`;
const WRONG_SESSION = `jgs_${'x'.repeat(43)}`;
let world: World;
beforeAll(async () => {
  world = await openWorld({ wrongLinksPer10Minutes: 2 });
});
afterAll(() => world.close());

/** The statements that a request with this token costs, on the connections of staff and of clients. */
async function costOf(token: string, query = '{ portal { job { id } } }') {
  const { db, portalDb } = world.running.rooms;
  const statements: string[] = [];
  const databases = [db, portalDb];
  const undo = databases.map((db) => {
    const run = db.rows;
    db.rows = ((...asked: Parameters<typeof run>) => {
      statements.push(asked[0]);
      return run.apply(db, asked);
    }) as typeof run;
    return () => {
      db.rows = run;
    };
  });
  const { errors } = await world.withToken(token)(query);
  for (const each of undo) each();
  return { codes: errors?.map(({ extensions }) => extensions.code), statements };
}

it('a wrong link costs one look-up and no more, however often it is tried', async () => {
  const first = await costOf(WRONG_LINK);
  expect(first.codes).toEqual(['NOT_FOUND']);
  expect(first.statements).toHaveLength(1);
  expect(first.statements[0]).toContain('l.token_hash = $1');
  await costOf(WRONG_LINK);
  expect(await costOf(WRONG_LINK)).toEqual({
    codes: ['RATE_LIMITED'],
    statements: first.statements,
  });
});

it('a wrong session costs one look-up, and what is no token costs none', async () => {
  const query = '{ jobs { nodes { id } } }';
  const wrong = await costOf(WRONG_SESSION, query);
  expect(wrong.codes).toEqual(['UNAUTHENTICATED']);
  expect(wrong.statements).toHaveLength(1);
  expect(wrong.statements[0]).toContain('s.token_hash = $1');
  expect((await costOf('nonsense', query)).statements).toEqual([]);
});

it('a right session costs the same look-up as a wrong one', async () => {
  const token = await sessionOf(world, 'owner');
  const { statements } = await costOf(token, '{ __typename }');
  expect(statements).toEqual((await costOf(WRONG_SESSION, '{ __typename }')).statements);
});

it('wrong tries from ever more networks are remembered in no more than so much memory', () => {
  const attempts = new Attempts(3);
  const now = new Date();
  for (let at = 0; at < MOST_NETWORKS + 10; at += 1)
    attempts.add(`10.${at >> 16}.${(at >> 8) & 255}.${at & 255}`, now);
  expect(attempts.size).toBeGreaterThan(0);
  expect(attempts.size).toBeLessThanOrEqual(MOST_NETWORKS);
});

it('a whole network of addresses counts as one', () => {
  const attempts = new Attempts(3);
  const now = new Date();
  const tries = Array.from({ length: 1000 }, (_, at) =>
    attempts.add(`2001:db8::${at.toString(16)}`, now),
  );
  expect(tries.filter(Boolean)).toHaveLength(3);
  expect(attempts.size).toBe(1);
});
