import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
import { createClient } from 'graphql-ws';
import pg from 'pg';
import { WebSocket } from 'ws';
import { DEMO_PASSWORD } from '../../db/demo/seed-demo.js';
import { type Answer, until, type World } from './world.js';

/** An open subscription, as seen by its client. */
export interface Following<T> {
  answers: Answer<T>[];
  /** Returns the next result that was not returned before. */
  next(): Promise<Answer<T>>;
  /** Resolves when it ends, with the error if there was one. */
  ended: Promise<unknown>;
  hasEnded(): boolean;
  close(): Promise<void>;
}

/** Subscribes over its own WebSocket with this token. */
export function follow<T, V extends Record<string, unknown>>(
  world: Pick<World, 'url'>,
  token: string | null,
  operation: DocumentTypeDecoration<T, V> | string,
  variables?: V,
): Following<T> {
  const client = createClient({
    url: socketUrl(world),
    webSocketImpl: WebSocket,
    connectionParams: token ? { authorization: `Bearer ${token}` } : {},
    retryAttempts: 0,
  });
  const answers: Answer<T>[] = [];
  let taken = 0;
  let hasEnded = false;
  const ended = new Promise<unknown>((resolve) => {
    const end = (reason?: unknown) => {
      hasEnded = true;
      resolve(reason);
    };
    client.subscribe(
      { query: String(operation), variables },
      { next: (answer) => answers.push(answer as never), error: end, complete: () => end() },
    );
  });
  return {
    answers,
    ended,
    hasEnded: () => hasEnded,
    async next() {
      taken += 1;
      return until(async () => answers[taken - 1]);
    },
    close: async () => client.dispose(),
  };
}

/** Subscribes; resolves once the server has opened it, so that later changes are sent. */
export async function following<T, V extends Record<string, unknown>>(
  world: World,
  token: string | null,
  operation: DocumentTypeDecoration<T, V> | string,
  variables?: V,
): Promise<Following<T>> {
  const before = world.running.services.live.open;
  const subscription = follow(world, token, operation, variables);
  await until(async () => {
    if (subscription.hasEnded()) throw new Error(JSON.stringify(await subscription.ended));
    return world.running.services.live.open > before;
  });
  return { ...subscription, close: () => closed(world, subscription) };
}

/** Closes it and waits until the server knows, so that the count of open subscriptions is right. */
async function closed(world: World, subscription: Following<unknown>): Promise<void> {
  const { live } = world.running.services;
  const before = live.open;
  const wasOpen = !subscription.hasEnded();
  await subscription.close();
  await until(async () => !wasOpen || live.open < before);
}

/** Returns the first error code of a refused subscription. */
export async function refusal(subscription: Following<unknown>): Promise<string | undefined> {
  const reason = (await subscription.ended) as { extensions: { code: string } }[] | undefined;
  return (subscription.answers[0]?.errors ?? reason)?.[0]?.extensions.code;
}

export function socketUrl({ url }: Pick<World, 'url'>): string {
  return `${url.replace(/^http/, 'ws')}/graphql`;
}

/** Signs a person of the demo in; returns the token. */
export async function sessionOf(world: World, person: string): Promise<string> {
  const { data } = await world.asVisitor<{ signIn: { token: string } }, object>(
    'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { token } }',
    { email: `${person}@demo.jobglass.test`, password: DEMO_PASSWORD },
  );
  return data.signIn.token;
}

/** Opens a connection to the database, for changes made without the server. */
export async function besides(world: Pick<World, 'databaseUrl'>): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: world.databaseUrl });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}
