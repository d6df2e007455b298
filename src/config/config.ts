import { resolve } from 'node:path';
import { bool, cleanEnv, port, str } from 'envalid';
import { ConfigError, refuse } from './config-error.js';
import { DATABASE_SETTINGS, type DatabaseConfig, databaseOf } from './database-settings.js';
import { keptSecret } from './kept-secret.js';
import { type PhotoConfig, photosOf } from './photo-settings.js';
import { STRIPE_SETTINGS, type StripeConfig, stripeOf } from './stripe-settings.js';
import {
  databaseAddress,
  origins,
  positive,
  proxies,
  secret,
  severalConnections,
  webAddress,
} from './validators.js';
import { WEBHOOK_SETTINGS, type WebhookConfig, webhooksOf } from './webhook-settings.js';

export { ConfigError } from './config-error.js';

/** All settings, typed. No other module reads the environment. */
export interface Config {
  production: boolean;
  port: number;
  /** Public address of this server and prefix of every link in an email, without a trailing slash. */
  publicUrl: string;
  /** Unset: an embedded PostgreSQL is started in `dataFolder`. */
  databaseUrl?: string;
  databasePool: number;
  database: DatabaseConfig;
  dataFolder: string;
  /** Key from which portal tokens are derived. */
  secret: string;
  /** Unset: email goes to the dev mailbox. */
  resend?: { apiKey: string; baseUrl?: string; from: string };
  /** Unset: invoices cannot be paid online. */
  stripe?: StripeConfig;
  webhooks: WebhookConfig;
  portalLinkDays: number;
  sessionHours: number;
  /** Seconds during which messages are collected into one email. */
  messageMailSeconds: number;
  /** Seconds during which changes of somebody's visits are collected into one email. */
  visitMailSeconds: number;
  seedDemo: boolean;
  /** Whether anybody may ask for a set-up link by email. */
  openRegistration: boolean;
  playground: boolean;
  /** Origins of other sites whose pages may call the API with a bearer token; `['*']`: all. */
  allowedOrigins: string[];
  /** Whether the documentation of the API is served at /docs. */
  docs: boolean;
  photos: PhotoConfig;
  /** Proxies whose X-Forwarded-For header is trusted. */
  trustProxy: string[];
  /** Maximum number of enquiries from one sender to one business. */
  enquiriesPer10Minutes: number;
  /** Wrong passwords for one account from one network before further attempts are delayed. */
  wrongSignInsPer10Minutes: number;
  /** Wrong portal links from one network before further attempts are delayed. */
  wrongLinksPer10Minutes: number;
  /** Maximum number of messages from one client, over all of its links. */
  clientMessagesPerHour: number;
  /** Points that a staff member, and any other caller, may spend in a minute on operations. */
  pointsPerMinute: { staff: number; others: number };
  /** Maximum time for a request and its headers to arrive, and for a connection to be idle. */
  requestTimeouts: { requestSeconds: number; headersSeconds: number; idleSeconds: number };
  connections: { max: number; maxPerNetwork: number };
}

/**
 * Reads and validates the settings.
 *
 * @throws ConfigError for the first invalid or missing one.
 */
export function loadConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const production = env.NODE_ENV === 'production';
  const settings = cleanEnv(withoutEmpty(env), specification(production), { reporter: refuse });
  const dataFolder = resolve(settings.JOBGLASS_DATA);
  return {
    production,
    port: settings.PORT,
    publicUrl: (settings.PUBLIC_URL || `http://localhost:${settings.PORT}`).replace(/\/+$/, ''),
    databaseUrl: settings.DATABASE_URL || undefined,
    databasePool: settings.DATABASE_POOL,
    database: databaseOf(settings),
    dataFolder,
    secret: settings.JOBGLASS_SECRET || keptSecret(dataFolder, production),
    resend: resendOf(settings, production),
    stripe: stripeOf(settings, settings.OPEN_REGISTRATION),
    webhooks: webhooksOf(settings, production),
    portalLinkDays: settings.PORTAL_LINK_DAYS,
    sessionHours: settings.SESSION_HOURS,
    messageMailSeconds: settings.MESSAGE_MAIL_SECONDS,
    visitMailSeconds: settings.VISIT_MAIL_SECONDS,
    seedDemo: demoOf(settings.SEED_DEMO, production),
    openRegistration: settings.OPEN_REGISTRATION,
    playground: settings.PLAYGROUND,
    allowedOrigins: settings.ALLOWED_ORIGINS,
    docs: settings.DOCS,
    photos: photosOf(settings),
    trustProxy: settings.TRUST_PROXY,
    enquiriesPer10Minutes: settings.ENQUIRIES_PER_10_MINUTES,
    wrongSignInsPer10Minutes: settings.WRONG_SIGN_INS_PER_10_MINUTES,
    wrongLinksPer10Minutes: settings.WRONG_LINKS_PER_10_MINUTES,
    clientMessagesPerHour: settings.CLIENT_MESSAGES_PER_HOUR,
    pointsPerMinute: {
      staff: settings.POINTS_PER_MINUTE,
      others: settings.POINTS_PER_MINUTE_OF_OTHERS,
    },
    requestTimeouts: {
      requestSeconds: settings.REQUEST_SECONDS,
      headersSeconds: settings.HEADERS_SECONDS,
      idleSeconds: settings.SILENT_SECONDS,
    },
    connections: {
      max: settings.MOST_CONNECTIONS,
      maxPerNetwork: settings.MOST_CONNECTIONS_OF_ONE_NETWORK,
    },
  };
}

/** Environment of this process with some settings replaced, for a child process. */
export function environmentWith(settings: Record<string, string>): NodeJS.ProcessEnv {
  return { ...process.env, ...settings };
}

/** An empty setting, as in .env.example, counts as unset. */
function withoutEmpty(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
}

function specification(production: boolean) {
  return {
    PORT: port({ default: 4000 }),
    PUBLIC_URL: webAddress({ default: '' }),
    DATABASE_URL: databaseAddress({ default: '' }),
    DATABASE_POOL: severalConnections({ default: 10 }),
    ...DATABASE_SETTINGS,
    JOBGLASS_DATA: str({ default: '.data' }),
    JOBGLASS_SECRET: secret({ default: '' }),
    RESEND_API_KEY: str({ default: '' }),
    RESEND_BASE_URL: webAddress({ default: '' }),
    MAIL_FROM: str({ default: '' }),
    ...STRIPE_SETTINGS,
    ...WEBHOOK_SETTINGS,
    PORTAL_LINK_DAYS: positive({ default: 90 }),
    SESSION_HOURS: positive({ default: 12 }),
    MESSAGE_MAIL_SECONDS: positive({ default: 120 }),
    VISIT_MAIL_SECONDS: positive({ default: 600 }),
    SEED_DEMO: bool({ default: !production }),
    OPEN_REGISTRATION: bool({ default: false }),
    PLAYGROUND: bool({ default: !production }),
    ALLOWED_ORIGINS: origins({ default: [] }),
    DOCS: bool({ default: true }),
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
    CLIENT_MESSAGES_PER_HOUR: positive({ default: 30 }),
    POINTS_PER_MINUTE: positive({ default: 6000 }),
    POINTS_PER_MINUTE_OF_OTHERS: positive({ default: 1200 }),
    REQUEST_SECONDS: positive({ default: 120 }),
    HEADERS_SECONDS: positive({ default: 20 }),
    SILENT_SECONDS: positive({ default: 60 }),
    MOST_CONNECTIONS: positive({ default: 5000 }),
    MOST_CONNECTIONS_OF_ONE_NETWORK: positive({ default: 500 }),
  };
}

function demoOf(wanted: boolean, production: boolean): boolean {
  if (wanted && production)
    throw new ConfigError(
      'SEED_DEMO must not be on in production, since everybody knows the passwords of the demo; take it out.',
    );
  return wanted;
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
