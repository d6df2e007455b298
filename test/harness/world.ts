import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
import pg from 'pg';
import { v7 } from 'uuid';
import { DEMO_PASSWORD } from '../../db/demo/seed-demo.js';
import type { Config } from '../../src/config/config.js';
import { cloneDatabase, dropDatabase } from '../../src/database/setup/databases.js';
import { type Running, type StartOptions, startJobglass } from '../../src/server/boot/start.js';
import { testConfig } from './test-config.js';

export interface Answer<T> {
  data: T;
  errors?: {
    message: string;
    path?: (string | number)[];
    extensions: { code: string; field?: string } & Record<string, unknown>;
  }[];
}

/** Sends an operation over HTTP with one person's token. */
export type Ask = <T, V>(
  operation: DocumentTypeDecoration<T, V> | string,
  variables?: V,
) => Promise<Answer<T>>;

export interface Mail {
  id: string;
  from: string;
  replyTo: string | null;
  to: string;
  subject: string;
  html: string;
  text: string;
  links: string[];
  attachments: { filename: string; contentType: string; text: string }[];
  sentAt: string;
}

type Person = 'owner' | 'soletrader' | 'admin' | 'supervisor' | 'finance' | 'tradie' | 'apprentice';

/** A running Jobglass on its own database, with the people of the demo. */
export interface World {
  url: string;
  running: Running;
  databaseUrl: string;
  /** Moves the server's clock. */
  clock: { now(): Date; advance(milliseconds: number): void };
  as(person: Person): Promise<Ask>;
  withToken(token: string): Ask;
  asVisitor: Ask;
  mails(to?: string): Promise<Mail[]>;
  /** Waits until that many emails have reached an address and are recorded as sent. */
  mailsTo(address: string, count: number): Promise<Mail[]>;
  /** Runs SQL on the database, to check what was written. */
  sql(text: string, values?: unknown[]): Promise<{ rows: Record<string, never>[] }>;
  close(): Promise<void>;
}

export async function openWorld(
  changes: Partial<Config> = {},
  start: Partial<StartOptions> = {},
): Promise<World> {
  const template = process.env.TEST_DATABASE_URL as string;
  const databaseUrl = await cloneDatabase(template, 'template', `test_${v7().replaceAll('-', '')}`);
  return enterWorld(databaseUrl, changes, () => dropDatabase(databaseUrl), start);
}

/** Starts another server on an existing database. */
export async function enterWorld(
  databaseUrl: string,
  changes: Partial<Config> = {},
  afterwards: () => Promise<void> = async () => undefined,
  start: Partial<StartOptions> = {},
): Promise<World> {
  let offset = 0;
  const clock = {
    now: () => new Date(Date.now() + offset),
    advance: (milliseconds: number) => {
      offset += milliseconds;
    },
  };
  const config = testConfig(process.env.TEST_FOLDER as string, changes);
  const running = await startJobglass({
    config,
    databaseUrl,
    clock: clock.now,
    quietMs: 0,
    ...start,
  });
  const { url } = running;
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  pool.on('error', () => undefined);
  const sessions = new Map<Person, Promise<Ask>>();
  const world: World = {
    url,
    running,
    databaseUrl,
    clock,
    as: (person) => {
      const session = sessions.get(person) ?? signIn(world, person);
      sessions.set(person, session);
      return session;
    },
    withToken: (token) => ask(url, token),
    asVisitor: ask(url),
    mails: (to) => mailsOf(url, to),
    mailsTo: async (address, count) => {
      const mails = await until(async () => enough(await mailsOf(url, address), count));
      // An email is in the mailbox shortly before it is recorded as sent.
      await until(async () => (await sentTo(pool, address)) >= count);
      return mails;
    },
    sql: (text, values) => pool.query(text, values),
    close: async () => {
      await pool.end();
      await running.stop();
      await afterwards();
    },
  };
  return world;
}

/** Retries until there is a result, for some seconds. */
export async function until<T>(
  attempt: () => Promise<T | null | undefined | false> | T | null | undefined | false,
  seconds = 20,
): Promise<T> {
  for (let left = seconds * 50; left > 0; left -= 1) {
    const result = await attempt();
    if (result) return result;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`Nothing came of it in ${seconds} seconds: ${attempt}`);
}

/** Returns a function that sends operations to this address with this token. */
export function ask(url: string, token?: string): Ask {
  return async (operation, variables) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token && { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify({ query: String(operation), variables }),
    });
    return (await response.json()) as never;
  };
}

async function signIn(world: World, person: Person): Promise<Ask> {
  const { data } = await world.asVisitor<{ signIn: { token: string } }, object>(
    'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { token } }',
    { email: `${person}@demo.jobglass.test`, password: DEMO_PASSWORD },
  );
  return world.withToken(data.signIn.token);
}

async function mailsOf(url: string, to?: string): Promise<Mail[]> {
  const response = await fetch(
    `${url}/dev/mailbox.json${to ? `?to=${encodeURIComponent(to)}` : ''}`,
  );
  return (await response.json()) as Mail[];
}

async function sentTo(pool: pg.Pool, address: string): Promise<number> {
  const { rowCount } = await pool.query(
    "select from outgoing_emails where recipient = $1 and status = 'SENT'",
    [address],
  );
  return rowCount ?? 0;
}

function enough(mails: Mail[], count: number): Mail[] | null {
  return mails.length >= count ? mails : null;
}

/** Returns the token of the newest link in an email. */
export function tokenIn(mail: Mail | undefined): string {
  const link = mail?.links.find((each) => each.includes('/portal#'));
  // Behind the token is what the mail speaks of.
  return link?.split('#')[1]?.split('/')[0] ?? '';
}
