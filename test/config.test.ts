import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { ConfigError, loadConfig } from '../src/config/config.js';

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

/** Returns the error that a person gets with these settings. */
function refusal(settings: Record<string, string>): string {
  try {
    load(settings);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as Error).message;
  }
  throw new Error('These settings were taken.');
}

describe('A developer without settings', () => {
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

  it('has the same private secret at every start', () => {
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
  it('names the origins of other front ends', () => {
    const ALLOWED_ORIGINS = 'https://app.example.com/ ,http://localhost:5173';
    expect(load({ ALLOWED_ORIGINS }).allowedOrigins).toEqual([
      'https://app.example.com',
      'http://localhost:5173',
    ]);
    expect(load({ ALLOWED_ORIGINS: '*' }).allowedOrigins).toEqual(['*']);
    expect(load().allowedOrigins).toEqual([]);
  });

  it('gets links with the chosen port', () => {
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

  it('may give the data folder relative to the working directory', () => {
    expect(
      loadConfig({ JOBGLASS_DATA: 'some/folder', JOBGLASS_SECRET: LONG_SECRET }).dataFolder,
    ).toBe(resolve('some/folder'));
  });

  it('sends email through Resend once a key and a sender are set', () => {
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
  it('in the port learns which setting to change', () => {
    expect(refusal({ PORT: 'four thousand' })).toBe(
      'PORT must be a port number from 1 to 65535; change it and start again.',
    );
  });

  it.each([
    ['PORT', '65536'],
    ['PUBLIC_URL', 'jobs.example.test'],
    ['ALLOWED_ORIGINS', 'app.example.com'],
    ['ALLOWED_ORIGINS', 'https://app.example.com/path'],
    ['ALLOWED_ORIGINS', 'https://app.example.com, *'],
    ['ALLOWED_ORIGINS', 'null'],
    ['ALLOWED_ORIGINS', 'https://*.example.com'],
    ['DATABASE_URL', 'mysql://localhost/jobglass'],
    ['DATABASE_POOL', '0'],
    ['DATABASE_POOL', '1'],
    ['JOBGLASS_SECRET', 'too short'],
    ['RESEND_BASE_URL', 'resend'],
    ['PORTAL_LINK_DAYS', '-1'],
    ['SESSION_HOURS', '1.5'],
    ['SEED_DEMO', 'perhaps'],
    ['PLAYGROUND', 'perhaps'],
  ])('in %s gets one line with its name', (name, value) => {
    expect(refusal({ [name]: value })).toMatch(new RegExp(`^${name} must be [^\\n]+\\.$`));
  });

  it('and sets an email key without a sender learns to set the sender', () => {
    expect(refusal({ RESEND_API_KEY: 're_123' })).toMatch(/^MAIL_FROM is missing/);
  });

  it('and uses a file as the data folder learns so', () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    expect(refusal({ JOBGLASS_DATA: file })).toMatch(/^JOBGLASS_DATA must be a folder/);
  });

  it('and empties the secret file never runs with an empty secret', () => {
    writeFileSync(join(folder, 'secret'), '');
    expect(refusal({})).toMatch(/^JOBGLASS_SECRET is not set/);
  });
});

describe('A person who starts in production', () => {
  it('gets no playground by default, and never the demo', () => {
    expect(load(PRODUCTION)).toMatchObject({
      production: true,
      secret: LONG_SECRET,
      seedDemo: false,
      playground: false,
    });
    expect(refusal({ ...PRODUCTION, SEED_DEMO: 'true' })).toMatch(/^SEED_DEMO must not be on/);
  });

  it.each(['JOBGLASS_SECRET', 'RESEND_API_KEY', 'MAIL_FROM'])(
    'gets an error when %s is missing',
    (name) => {
      expect(refusal({ ...PRODUCTION, [name]: '' })).toMatch(new RegExp(`^${name} is missing`));
    },
  );
});

describe('Online payments', () => {
  const STRIPE = { STRIPE_API_KEY: 'sk_test_1', STRIPE_WEBHOOK_SECRET: 'whsec_1, whsec_2' };

  it('are off without settings, and on with a key and the secret of the webhook', () => {
    expect(load().stripe).toBeUndefined();
    expect(load(STRIPE).stripe).toEqual({
      apiKey: 'sk_test_1',
      webhookSecrets: ['whsec_1', 'whsec_2'],
      baseUrl: undefined,
      connect: false,
    });
  });

  it.each([
    [{ STRIPE_WEBHOOK_SECRET: 'whsec_1' }, /^STRIPE_API_KEY is missing/],
    [{ STRIPE_CONNECT: 'true' }, /^STRIPE_API_KEY is missing/],
    [{ STRIPE_BASE_URL: 'http://localhost:1' }, /^STRIPE_API_KEY is missing/],
    [{ STRIPE_API_KEY: 'sk_test_1' }, /^STRIPE_WEBHOOK_SECRET is missing/],
    [{ ...STRIPE, STRIPE_API_KEY: 'pk_test_1' }, /^STRIPE_API_KEY must be a secret/],
    [{ ...STRIPE, STRIPE_WEBHOOK_SECRET: 'sk_test_1' }, /^STRIPE_WEBHOOK_SECRET must begin/],
    [{ ...STRIPE, STRIPE_CONNECT: 'perhaps' }, /^STRIPE_CONNECT must be true or false/],
    [
      { ...STRIPE, OPEN_REGISTRATION: 'true' },
      /^STRIPE_CONNECT must be true with OPEN_REGISTRATION/,
    ],
  ])('are refused with half of their settings: %j', (settings, sentence) => {
    const message = refusal(settings as never);
    expect(message).toMatch(sentence);
    expect(message).not.toMatch(/sk_test_1|pk_test_1|whsec_1/);
  });
});

describe('Webhooks', () => {
  it('go to public networks only, unless a developer says otherwise', () => {
    expect(load().webhooks).toEqual({ allowPrivate: false, dnsServers: [] });
    const settings = {
      WEBHOOKS_ALLOW_PRIVATE: 'true',
      WEBHOOK_DNS_SERVERS: '1.1.1.1, 10.0.0.1:53',
    };
    expect(load(settings).webhooks).toEqual({
      allowPrivate: true,
      dnsServers: ['1.1.1.1', '10.0.0.1:53'],
    });
    expect(refusal({ ...PRODUCTION, WEBHOOKS_ALLOW_PRIVATE: 'true' })).toMatch(
      /^WEBHOOKS_ALLOW_PRIVATE must not be on in production/,
    );
    expect(refusal({ WEBHOOK_DNS_SERVERS: 'dns.test' })).toMatch(/^WEBHOOK_DNS_SERVERS must be/);
  });
});
