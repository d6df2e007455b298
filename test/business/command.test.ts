import { spawn } from 'node:child_process';
import { dropDatabase } from '../../src/database/setup/databases.js';
import { emptyDatabase } from '../faults/own-database.js';
import { itInLongForm } from '../harness/long-form.js';
import { enterWorld, type World } from '../harness/world.js';
import { business, environment, OWNER, PROGRAM } from './shell.js';

let databaseUrl: string;
/** Entered after the first business. */
let world: World | undefined;
beforeAll(async () => {
  databaseUrl = await emptyDatabase();
});
afterAll(async () => {
  await world?.close();
  await dropDatabase(databaseUrl);
});

/** Makes a program take its pipes for a terminal. */
const AS_TERMINAL = 'data:text/javascript,process.stdin.isTTY = true; process.stdout.isTTY = true;';

/** Runs `npm run business -- create` and types each answer once its question is shown; returns all that was shown. */
function typed(answers: [question: string, answer: string][]): Promise<string> {
  const waiting = [...answers];
  const child = spawn(process.execPath, ['--import', AS_TERMINAL, PROGRAM, 'create'], {
    env: environment(databaseUrl),
  });
  return new Promise((resolve, reject) => {
    let shown = '';
    let read = 0;
    const show = (chunk: Buffer) => {
      shown += chunk;
      const [question, answer] = waiting[0] ?? ['', ''];
      if (!question || !shown.slice(read).includes(question)) return;
      read = shown.length;
      waiting.shift();
      child.stdin.write(`${answer}\r`);
    };
    child.stdout.on('data', show);
    child.stderr.on('data', show);
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 && waiting.length === 0
        ? resolve(shown)
        : reject(new Error(`Ended with ${code}, before ${waiting[0]?.[0]}:\n${shown}`)),
    );
  });
}

// `command.long.ts` has the other flags.
it('somebody at a shell gets a sentence for what is missing or wrong', async () => {
  expect(await business(databaseUrl, 'create')).toMatch(/^--name is missing/m);
  const named = ['create', '--name', 'Kauri', '--country', 'NZ'];
  expect(await business(databaseUrl, ...named, ...OWNER, 'short')).toMatch(
    /^password: .*12 to 200/m,
  );
}, 60_000);

itInLongForm(
  'a business made at a shell on an empty database has its owner, and no set-up link is printed after it',
  async () => {
    const printed = await business(
      databaseUrl,
      ...['create', '--name', 'Kauri', '--country', 'nz', '--tax-rate', '9.975', '--sole-trader'],
      ...[...OWNER, 'long enough for all'],
    );
    expect(printed).toMatch(/Kauri is set up \(kauri\).*nia@kauri.test at http\S+\/console/s);
    world = await enterWorld(databaseUrl);
    expect(world.running.setupLink).toBeNull();
    const { data } = await world.asVisitor<{ signIn: { token: string } }, object>(
      'mutation { signIn(email: "nia@kauri.test", password: "long enough for all") { token } }',
    );
    const asked = await world.withToken(data.signIn.token)<object, object>(
      '{ me { role } business { currency taxRateBasisPoints } }',
    );
    expect(asked.data).toEqual({
      me: { role: 'SOLE_TRADER' },
      business: { currency: 'NZD', taxRateBasisPoints: 997.5 },
    });
  },
  60_000,
);

itInLongForm(
  'somebody at a terminal answers its questions, and the country brings what they leave empty',
  async () => {
    const shown = await typed([
      ['Name of the business: ', 'Takumi Taps'],
      ['Country code (AU, NZ, GB …): ', 'jp'],
      ['Time zone [Asia/Tokyo]: ', ''],
      ['Currency [JPY]: ', ''],
      ['Name of the tax [Consumption tax]: ', ''],
      ['Tax rate in percent [10]: ', '8'],
      ['Phone number for clients (may be empty): ', '03-1234-5678'],
      ['Email address for clients (may be empty): ', ''],
      // A question without a default is asked until it is answered.
      ['Name of the owner: ', ''],
      ['Name of the owner: ', 'Kenji'],
      ['Email address of the owner: ', 'kenji@takumi.test'],
      ['Does the owner work alone? [y/N]: ', 'y'],
      ['Password of the owner: ', 'seldom typed in public'],
    ]);
    expect(shown).toMatch(/Takumi Taps is set up \(takumi-taps\).*kenji@takumi.test/s);
    expect(shown).not.toContain('seldom typed');
    world ??= await enterWorld(databaseUrl);
    const { data } = await world.asVisitor<{ signIn: { token: string } }, object>(
      'mutation { signIn(email: "kenji@takumi.test", password: "seldom typed in public") { token } }',
    );
    const asked = await world.withToken(data.signIn.token)<object, object>(
      '{ me { role } business { currency timeZone taxRateBasisPoints phone email } }',
    );
    expect(asked.data).toEqual({
      me: { role: 'SOLE_TRADER' },
      business: {
        ...{ currency: 'JPY', timeZone: 'Asia/Tokyo', taxRateBasisPoints: 800 },
        ...{ phone: '03-1234-5678', email: null },
      },
    });
  },
  60_000,
);
