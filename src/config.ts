import { resolve } from 'node:path';
import { bool, cleanEnv, port, str } from 'envalid';
import { keptSecret } from './settings/kept-secret.js';
import { type PhotoConfig, photosOf } from './settings/photo-settings.js';
import { ConfigError, refuse } from './settings/refused.js';
import {
  databaseAddress,
  positive,
  proxies,
  secret,
  severalConnections,
  webAddress,
} from './settings/validators.js';

export type { PhotoConfig } from './settings/photo-settings.js';
export { ConfigError } from './settings/refused.js';

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
  /** How many passwords of one account may be wrong from one network; and how many links not open. */
  wrongSignInsPer10Minutes: number;
  wrongLinksPer10Minutes: number;
  /** How many messages a client may send in an hour, through all of its links. */
  clientMessagesPerHour: number;
  /** How long one may take to send a request, its headers, and how long to say nothing. */
  patience: { requestSeconds: number; headersSeconds: number; silentSeconds: number };
  connections: { most: number; mostOfOneNetwork: number };
}

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
    clientMessagesPerHour: settings.CLIENT_MESSAGES_PER_HOUR,
    patience: {
      requestSeconds: settings.REQUEST_SECONDS,
      headersSeconds: settings.HEADERS_SECONDS,
      silentSeconds: settings.SILENT_SECONDS,
    },
    connections: {
      most: settings.MOST_CONNECTIONS,
      mostOfOneNetwork: settings.MOST_CONNECTIONS_OF_ONE_NETWORK,
    },
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
    DATABASE_POOL: severalConnections({ default: 10 }),
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
    CLIENT_MESSAGES_PER_HOUR: positive({ default: 30 }),
    REQUEST_SECONDS: positive({ default: 120 }),
    HEADERS_SECONDS: positive({ default: 20 }),
    SILENT_SECONDS: positive({ default: 60 }),
    MOST_CONNECTIONS: positive({ default: 5000 }),
    MOST_CONNECTIONS_OF_ONE_NETWORK: positive({ default: 500 }),
  };
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
