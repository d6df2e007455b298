import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { ConfigError, loadConfig } from '../src/config.js';

const LONG_SECRET = 'a secret that is long enough to use';
const PRODUCTION = {
  NODE_ENV: 'production',
  JOBGLASS_SECRET: LONG_SECRET,
  RESEND_API_KEY: 're_123',
  MAIL_FROM: 'Jobglass <jobs@example.test>',
};

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jobglass-config-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const load = (settings: Record<string, string> = {}) =>
  loadConfig({ JOBGLASS_DATA: folder, ...settings });

/** What a person reads who starts with these settings. */
function refusal(settings: Record<string, string>): string {
  try {
    load(settings);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as Error).message;
  }
  throw new Error('These settings were taken.');
}

describe('A developer who sets nothing', () => {
  it('gets a server that is ready to try out', () => {
    expect(load()).toMatchObject({
      production: false,
      port: 4000,
      publicUrl: 'http://localhost:4000',
      databaseUrl: undefined,
      databasePool: 10,
      dataFolder: folder,
      resend: undefined,
      portalLinkDays: 90,
      sessionHours: 12,
      seedDemo: true,
      playground: true,
    });
  });

  it('keeps the same secret from one start to the next, and keeps it private', () => {
    const first = load().secret;
    expect(first.length).toBeGreaterThanOrEqual(32);
    expect(load().secret).toBe(first);
    expect(statSync(join(folder, 'secret')).mode & 0o777).toBe(0o600);
  });

  it('gets another secret in another folder', () => {
    expect(load({ JOBGLASS_DATA: join(folder, 'other') }).secret).not.toBe(load().secret);
  });

  it('may copy .env.example as it is', () => {
    const example = parseEnv(readFileSync('.env.example', 'utf8')) as Record<string, string>;
    expect(loadConfig({ ...example, JOBGLASS_DATA: folder })).toEqual(load());
  });
});

describe('A person who changes settings', () => {
  it('gets links that begin with the port that was chosen', () => {
    expect(load({ PORT: '8080' })).toMatchObject({
      port: 8080,
      publicUrl: 'http://localhost:8080',
    });
  });

  it('may end the public address with a slash', () => {
    expect(load({ PUBLIC_URL: 'https://jobs.example.test/' }).publicUrl).toBe(
      'https://jobs.example.test',
    );
  });

  it('may name the data folder from where the server is started', () => {
    expect(
      loadConfig({ JOBGLASS_DATA: 'some/folder', JOBGLASS_SECRET: LONG_SECRET }).dataFolder,
    ).toBe(resolve('some/folder'));
  });

  it('sends mail through Resend once a key and a sender are set', () => {
    expect(load({ RESEND_API_KEY: 're_123', MAIL_FROM: 'jobs@example.test' }).resend).toEqual({
      apiKey: 're_123',
      baseUrl: undefined,
      from: 'jobs@example.test',
    });
  });

  it('may switch the demo and the playground off', () => {
    expect(load({ SEED_DEMO: 'false', PLAYGROUND: 'false' })).toMatchObject({
      seedDemo: false,
      playground: false,
    });
  });
});

describe('A person who makes a mistake', () => {
  it('in the port is told which setting to change', () => {
    expect(refusal({ PORT: 'four thousand' })).toBe(
      'PORT must be a port number from 1 to 65535; change it and start again.',
    );
  });

  it.each([
    ['PORT', '65536'],
    ['PUBLIC_URL', 'jobs.example.test'],
    ['DATABASE_URL', 'mysql://localhost/jobglass'],
    ['DATABASE_POOL', '0'],
    ['DATABASE_POOL', '1'],
    ['JOBGLASS_SECRET', 'too short'],
    ['RESEND_BASE_URL', 'resend'],
    ['PORTAL_LINK_DAYS', '-1'],
    ['SESSION_HOURS', '1.5'],
    ['SEED_DEMO', 'perhaps'],
    ['PLAYGROUND', 'perhaps'],
  ])('in %s is told so by its name, in one line', (name, value) => {
    expect(refusal({ [name]: value })).toMatch(new RegExp(`^${name} must be [^\\n]+\\.$`));
  });

  it('and sets a mail key without a sender is told to set the sender', () => {
    expect(refusal({ RESEND_API_KEY: 're_123' })).toMatch(/^MAIL_FROM is missing/);
  });

  it('and names a file as the data folder is told so', () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    expect(refusal({ JOBGLASS_DATA: file })).toMatch(/^JOBGLASS_DATA must be a folder/);
  });

  it('and empties the kept secret never runs with an empty one', () => {
    writeFileSync(join(folder, 'secret'), '');
    expect(refusal({})).toMatch(/^JOBGLASS_SECRET is not set/);
  });
});

describe('A person who goes to production', () => {
  it('gets no playground unless it is asked for, and never the demo', () => {
    expect(load(PRODUCTION)).toMatchObject({
      production: true,
      secret: LONG_SECRET,
      seedDemo: false,
      playground: false,
    });
    expect(refusal({ ...PRODUCTION, SEED_DEMO: 'true' })).toMatch(/^SEED_DEMO must not be on/);
  });

  it.each(['JOBGLASS_SECRET', 'RESEND_API_KEY', 'MAIL_FROM'])(
    'is told when %s is missing',
    (name) => {
      expect(refusal({ ...PRODUCTION, [name]: '' })).toMatch(new RegExp(`^${name} is missing`));
    },
  );
});
