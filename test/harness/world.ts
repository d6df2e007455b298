import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
import pg from 'pg';
import { v7 } from 'uuid';
import { DEMO_PASSWORD } from '../../db/demo/seed-demo.js';
import type { Config } from '../../src/config.js';
import { cloneDatabase, dropDatabase } from '../../src/database/databases.js';
import { type Running, type StartOptions, startJobglass } from '../../src/server/start.js';
import { testConfig } from './test-config.js';

export interface Answer<T> {
  data: T;
  errors?: {
    message: string;
    path?: (string | number)[];
    extensions: { code: string; field?: string } & Record<string, unknown>;
  }[];
}

/** Asks as one person: the operation goes over HTTP with their token. */
export type Ask = <T, V>(
  operation: DocumentTypeDecoration<T, V> | string,
  variables?: V,
) => Promise<Answer<T>>;

export interface Mail {
  id: string;
  to: string;
  subject: string;
  html: string;
  text: string;
  links: string[];
  sentAt: string;
}

type Person = 'owner' | 'soletrader' | 'admin' | 'supervisor' | 'tradie' | 'apprentice';

/** A running Jobglass on a database of its own, with the demo's people ready to ask. */
export interface World {
  url: string;
  running: Running;
  databaseUrl: string;
  /** Moves the server's clock; it stands still otherwise only when told to. */
  clock: { now(): Date; advance(milliseconds: number): void };
  as(person: Person): Promise<Ask>;
  withToken(token: string): Ask;
  asVisitor: Ask;
  mails(to?: string): Promise<Mail[]>;
  /** Waits until that many mails have reached an address, and are written down as sent. */
  mailsTo(address: string, count: number): Promise<Mail[]>;
  /** Looks behind the door, at what was written. */
  sql(text: string, values?: unknown[]): Promise<{ rows: Record<string, never>[] }>;
  close(): Promise<void>;
}

export async function openWorld(changes: Partial<Config> = {}): Promise<World> {
  const template = process.env.TEST_DATABASE_URL as string;
  const databaseUrl = await cloneDatabase(template, 'template', `test_${v7().replaceAll('-', '')}`);
  return enterWorld(databaseUrl, changes, () => dropDatabase(databaseUrl));
}

/** Another server on a database that is there already. */
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
      // A mail lies in the mailbox a moment before it is written down as sent.
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

/** Tries until something comes of it, for as long as a person would wait. */
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

/** Asks with this token at this address. */
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

/** The token that the newest link of a mail carries. */
export function tokenIn(mail: Mail | undefined): string {
  const link = mail?.links.find((each) => each.includes('/portal#'));
  return link?.split('#')[1] ?? '';
}
