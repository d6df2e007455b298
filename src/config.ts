import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { bool, cleanEnv, EnvMissingError, makeValidator, port, str } from 'envalid';

/** Every setting, typed; the rest of the program never looks at the environment. */
export interface Config {
  production: boolean;
  port: number;
  /** Where people reach this server: the beginning of every link in a mail, without a slash at its end. */
  publicUrl: string;
  /** Unset: an embedded PostgreSQL is started in `dataFolder`. */
  databaseUrl?: string;
  databasePool: number;
  dataFolder: string;
  /** What portal tokens are made from. */
  secret: string;
  /** Unset: mail goes to the dev mailbox. */
  resend?: { apiKey: string; baseUrl?: string; from: string };
  portalLinkDays: number;
  sessionHours: number;
  /** How long messages gather before their mail goes out. */
  messageMailSeconds: number;
  seedDemo: boolean;
  playground: boolean;
  photos: PhotoConfig;
  /** Proxies whose word on a caller's address is taken; of nobody else it is. */
  trustProxy: string[];
  /** How often one sender may use one business's enquiry form. */
  enquiriesPer10Minutes: number;
  /** How many sign-ins may fail from one address; and how many portal links not open. */
  wrongSignInsPer10Minutes: number;
  wrongLinksPer10Minutes: number;
}

export interface PhotoConfig {
  maxMegabytes: number;
  /** Unset: photos are kept in `dataFolder`. */
  s3?: {
    bucket: string;
    region: string;
    endpoint?: string;
    pathStyle: boolean;
    /** Unset: the surroundings are asked, as Amazon's tools do. */
    key?: { id: string; secret: string };
  };
}

const SECRET_LENGTH = 32;

/** A setting that cannot be used; the message is a sentence that names it. */
export class ConfigError extends Error {}

/** Reads and checks the settings. */
export function loadConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const production = env.NODE_ENV === 'production';
  const settings = cleanEnv(filledIn(env), specification(production), { reporter: refuse });
  const dataFolder = resolve(settings.JOBGLASS_DATA);
  return {
    production,
    port: settings.PORT,
    publicUrl: (settings.PUBLIC_URL || `http://localhost:${settings.PORT}`).replace(/\/+$/, ''),
    databaseUrl: settings.DATABASE_URL || undefined,
    databasePool: settings.DATABASE_POOL,
    dataFolder,
    secret: settings.JOBGLASS_SECRET || keptSecret(dataFolder, production),
    resend: resendOf(settings, production),
    portalLinkDays: settings.PORTAL_LINK_DAYS,
    sessionHours: settings.SESSION_HOURS,
    messageMailSeconds: settings.MESSAGE_MAIL_SECONDS,
    seedDemo: settings.SEED_DEMO,
    playground: settings.PLAYGROUND,
    photos: photosOf(settings),
    trustProxy: settings.TRUST_PROXY,
    enquiriesPer10Minutes: settings.ENQUIRIES_PER_10_MINUTES,
    wrongSignInsPer10Minutes: settings.WRONG_SIGN_INS_PER_10_MINUTES,
    wrongLinksPer10Minutes: settings.WRONG_LINKS_PER_10_MINUTES,
  };
}

/** The environment with these settings changed, for a process that is started from this one. */
export function surroundingsWith(settings: Record<string, string>): NodeJS.ProcessEnv {
  return { ...process.env, ...settings };
}

/** A setting left empty, as in .env.example, is one that is not set. */
function filledIn(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
}

function specification(production: boolean) {
  return {
    PORT: port({ default: 4000 }),
    PUBLIC_URL: webAddress({ default: '' }),
    DATABASE_URL: databaseAddress({ default: '' }),
    DATABASE_POOL: positive({ default: 10 }),
    JOBGLASS_DATA: str({ default: '.data' }),
    JOBGLASS_SECRET: secret({ default: '' }),
    RESEND_API_KEY: str({ default: '' }),
    RESEND_BASE_URL: webAddress({ default: '' }),
    MAIL_FROM: str({ default: '' }),
    PORTAL_LINK_DAYS: positive({ default: 90 }),
    SESSION_HOURS: positive({ default: 12 }),
    MESSAGE_MAIL_SECONDS: positive({ default: 120 }),
    SEED_DEMO: bool({ default: !production }),
    PLAYGROUND: bool({ default: !production }),
    PHOTO_MAX_MB: positive({ default: 20 }),
    PHOTO_S3_BUCKET: str({ default: '' }),
    PHOTO_S3_REGION: str({ default: 'us-east-1' }),
    PHOTO_S3_ENDPOINT: webAddress({ default: '' }),
    PHOTO_S3_PATH_STYLE: bool({ default: false }),
    PHOTO_S3_ACCESS_KEY_ID: str({ default: '' }),
    PHOTO_S3_SECRET_ACCESS_KEY: str({ default: '' }),
    TRUST_PROXY: proxies({ default: [] }),
    ENQUIRIES_PER_10_MINUTES: positive({ default: 5 }),
    WRONG_SIGN_INS_PER_10_MINUTES: positive({ default: 20 }),
    WRONG_LINKS_PER_10_MINUTES: positive({ default: 100 }),
  };
}

const webAddress = makeValidator((value) => {
  if (value === '' || /^https?:$/.test(protocolOf(value))) return value;
  throw new Error('an address that begins with http:// or https://');
});

const databaseAddress = makeValidator((value) => {
  if (value === '' || /^postgres(ql)?:$/.test(protocolOf(value))) return value;
  throw new Error('an address like postgresql://user:password@host:5432/jobglass');
});

const secret = makeValidator((value) => {
  if (value === '' || value.length >= SECRET_LENGTH) return value;
  throw new Error(`at least ${SECRET_LENGTH} characters that nobody can guess`);
});

const positive = makeValidator((value) => {
  const number = Number(value);
  if (Number.isInteger(number) && number > 0) return number;
  throw new Error('a whole number above 0');
});

const proxies = makeValidator((value) => {
  const list = value
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean);
  if (list.every(isProxy)) return list;
  throw new Error(
    'a list of proxies, each an address like 10.0.0.1 or 10.0.0.0/8, or loopback, linklocal, uniquelocal',
  );
});

function isProxy(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  if (bits === undefined) return /^(loopback|linklocal|uniquelocal)$/.test(text) || isIP(text) > 0;
  const most = { 4: 32, 6: 128 }[isIP(address)] ?? -1;
  return more.length === 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= most;
}

function protocolOf(value: string): string {
  return URL.canParse(value) ? new URL(value).protocol : '';
}

const WANTED: Record<string, string> = {
  PORT: 'a port number from 1 to 65535',
  SEED_DEMO: 'true or false',
  PLAYGROUND: 'true or false',
  PHOTO_S3_PATH_STYLE: 'true or false',
};

function refuse({ errors }: { errors: Partial<Record<string, Error>> }): void {
  const [first] = Object.entries(errors);
  if (!first) return;
  const [name, error] = first;
  if (error instanceof EnvMissingError)
    throw new ConfigError(`${name} is missing; set it and start again.`);
  throw new ConfigError(
    `${name} must be ${WANTED[name] ?? error?.message}; change it and start again.`,
  );
}

function resendOf(
  {
    RESEND_API_KEY: apiKey,
    RESEND_BASE_URL: baseUrl,
    MAIL_FROM: from,
  }: Record<'RESEND_API_KEY' | 'RESEND_BASE_URL' | 'MAIL_FROM', string>,
  production: boolean,
): Config['resend'] {
  if (!apiKey && production)
    throw new ConfigError('RESEND_API_KEY is missing; production sends its mail through Resend.');
  if (!apiKey) return undefined;
  if (!from)
    throw new ConfigError('MAIL_FROM is missing; set it to the address that your mail comes from.');
  return { apiKey, baseUrl: baseUrl || undefined, from };
}

type PhotoSettings = Record<
  | 'PHOTO_S3_BUCKET'
  | 'PHOTO_S3_REGION'
  | 'PHOTO_S3_ENDPOINT'
  | 'PHOTO_S3_ACCESS_KEY_ID'
  | 'PHOTO_S3_SECRET_ACCESS_KEY',
  string
> & { PHOTO_MAX_MB: number; PHOTO_S3_PATH_STYLE: boolean };

function photosOf(settings: PhotoSettings): PhotoConfig {
  const maxMegabytes = settings.PHOTO_MAX_MB;
  const id = settings.PHOTO_S3_ACCESS_KEY_ID;
  const secret = settings.PHOTO_S3_SECRET_ACCESS_KEY;
  if (!settings.PHOTO_S3_BUCKET) {
    if (id || secret || settings.PHOTO_S3_ENDPOINT)
      throw new ConfigError(
        'PHOTO_S3_BUCKET is missing; name the bucket, or take the other PHOTO_S3 settings out.',
      );
    return { maxMegabytes };
  }
  if (Boolean(id) !== Boolean(secret))
    throw new ConfigError(
      `${id ? 'PHOTO_S3_SECRET_ACCESS_KEY' : 'PHOTO_S3_ACCESS_KEY_ID'} is missing; set both halves of the key, or neither.`,
    );
  const s3 = {
    bucket: settings.PHOTO_S3_BUCKET,
    region: settings.PHOTO_S3_REGION,
    endpoint: settings.PHOTO_S3_ENDPOINT || undefined,
    pathStyle: settings.PHOTO_S3_PATH_STYLE,
    key: id ? { id, secret } : undefined,
  };
  return { maxMegabytes, s3 };
}

/** Outside production a secret is made once and kept, so links survive a restart without any setting. */
function keptSecret(folder: string, production: boolean): string {
  if (production)
    throw new ConfigError(
      `JOBGLASS_SECRET is missing; set it to at least ${SECRET_LENGTH} characters that nobody can guess.`,
    );
  const file = join(folder, 'secret');
  const kept = readOrMake(file, folder).trim();
  if (kept.length < SECRET_LENGTH)
    throw new ConfigError(
      `JOBGLASS_SECRET is not set and ${file} holds no usable one; delete that file and start again.`,
    );
  return kept;
}

function readOrMake(file: string, folder: string): string {
  try {
    mkdirSync(folder, { recursive: true });
    if (!existsSync(file)) makeSecret(file);
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new ConfigError(
      `JOBGLASS_DATA must be a folder that you may read and write, which ${folder} is not (${code}).`,
    );
  }
}

/** Of two starts at once the first one's secret stays. */
function makeSecret(file: string): void {
  try {
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
