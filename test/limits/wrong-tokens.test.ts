import { clearEndedCounts } from '../../src/domain/limits/clear-ended-counts.js';
import { WrongLinks } from '../../src/domain/limits/wrong-links.js';
import { sessionOf } from '../harness/live.js';
import { openWorld, type World } from '../harness/world.js';

const WRONG_LINK = `jgp_${'x'.repeat(43)}`;
const WRONG_SESSION = `jgs_${'x'.repeat(43)}`;
let world: World;
beforeAll(async () => {
  world = await openWorld({ wrongLinksPer10Minutes: 2 });
});
afterAll(() => world.close());

/** Returns the statements of a request with this token, on the pools of staff and of clients. */
async function costOf(token: string, query = '{ portal { job { id } } }') {
  const { db, portalDb } = world.running.services;
  const statements: string[] = [];
  const databases = [db, portalDb];
  const undo = databases.map((db) => {
    const run = db.rows;
    db.rows = ((...asked: Parameters<typeof run>) => {
      // The points of all callers are written once a second, by a timer.
      if (!asked[0].includes('unnest($1::text[], $2::int[]')) statements.push(asked[0]);
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

it('a wrong link costs one look-up and one count, and no count past the limit', async () => {
  const first = await costOf(WRONG_LINK);
  expect(first.codes).toEqual(['NOT_FOUND']);
  expect(first.statements).toHaveLength(2);
  expect(first.statements[0]).toContain('l.token_hash = $1');
  expect(first.statements[1]).toContain('rate_limits');
  await costOf(WRONG_LINK);
  expect(await costOf(WRONG_LINK)).toEqual({
    codes: ['RATE_LIMITED'],
    statements: first.statements.slice(0, 1),
  });
});

it('a wrong session costs one look-up, and a text that is no token none', async () => {
  const query = '{ jobs { nodes { id } } }';
  const wrong = await costOf(WRONG_SESSION, query);
  expect(wrong.codes).toEqual(['UNAUTHENTICATED']);
  expect(wrong.statements).toHaveLength(1);
  expect(wrong.statements[0]).toContain('s.token_hash = $1');
  expect((await costOf('nonsense', query)).statements).toEqual([]);
});

it('a valid session costs the same look-up as a wrong one', async () => {
  const token = await sessionOf(world, 'owner');
  const { statements } = await costOf(token, '{ __typename }');
  expect(statements).toEqual((await costOf(WRONG_SESSION, '{ __typename }')).statements);
});

it('a whole network of addresses counts as one, over all servers', async () => {
  const { db, config } = world.running.services;
  const servers = [1, 2].map(() => new WrongLinks({ db, secret: config.secret }, 3));
  const tooMany: boolean[] = [];
  for (let at = 0; at < 10; at += 1)
    tooMany.push((await servers[at % 2]?.areTooMany(`2001:db8::${at.toString(16)}`)) as boolean);
  expect(tooMany.filter((each) => !each)).toHaveLength(3);
});

it('removes expired counts', async () => {
  await world.sql(
    "insert into rate_limits values ('ended', 1, 0), ('not ended', 1, 9999999999999)",
  );
  await clearEndedCounts(world.running.services.db);
  const { rows } = await world.sql("select key from rate_limits where key like '%ended'");
  expect(rows).toEqual([{ key: 'not ended' }]);
});
