import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEMO_PASSWORD } from '../../db/demo/seed-demo.js';
import type { Config } from '../../src/config/config.js';
import type { StartOptions } from '../../src/server/boot/start.js';
import { type Ask, openWorld, tokenIn, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';

/** A world with its own photo folder, and people with their tokens. */
export interface Album extends World {
  /** Names of the stored files. */
  kept(): string[];
  tokenOf(person: string): Promise<string>;
  upload(token: string | undefined, bytes: Buffer, called?: string): Promise<Response>;
  fetch(token: string | undefined, path: string, init?: RequestInit): Promise<Response>;
}

export async function openAlbum(
  changes: Partial<Config> = {},
  start: Partial<StartOptions> = {},
): Promise<Album> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'jobglass-album-'));
  const world = await openWorld({ dataFolder, ...changes }, start);
  return {
    ...world,
    kept: () => filesIn(join(dataFolder, 'photos')),
    tokenOf: (person) => tokenOf(world, person),
    upload: (token, bytes, called = 'photo.jpg') => {
      const body = new FormData();
      body.append('file', new Blob([new Uint8Array(bytes)]), called);
      return fetch(`${world.url}/photos`, { method: 'POST', body, headers: bearer(token) });
    },
    fetch: (token, path, init = {}) =>
      fetch(`${world.url}${path}`, { ...init, headers: { ...init.headers, ...bearer(token) } }),
    close: async () => {
      await world.close();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

/** Uploads a file; returns the upload's id. */
export async function uploaded(album: Album, token: string, bytes: Buffer): Promise<string> {
  const response = await album.upload(token, bytes);
  expect(response.status).toBe(201);
  return ((await response.json()) as { uploadId: string }).uploadId;
}

/** A job with a visit tomorrow and a client, ready to be shared. */
export async function scheduledJob(
  owner: Ask,
  email: string,
  assigneeIds: string[] = [],
): Promise<string> {
  const { data: made } = await owner(ops.CreateClientDocument, {
    input: { name: 'Kim Client', email },
  });
  const clientId = made.createClient.client.id;
  const { data } = await owner(ops.CreateJobDocument, {
    input: { title: 'Fix the roof', clientId },
  });
  const jobId = data.createJob.job.id;
  const startsAt = new Date(Date.now() + 86_400_000).toISOString();
  const endsAt = new Date(Date.now() + 90_000_000).toISOString();
  await owner(ops.ScheduleVisitDocument, { input: { jobId, startsAt, endsAt, assigneeIds } });
  return jobId;
}

/** Shares the preselected items; returns the client's token from the email. */
export async function shared(
  world: World,
  owner: Ask,
  jobId: string,
  email: string,
): Promise<string> {
  const { data } = await owner(ops.SharePromptDocument, { jobId });
  const prompt = data.sharePrompt;
  const items = (prompt?.items ?? []).filter((each) => each.preselected).map(({ key }) => key);
  const { errors } = await owner(ops.ShareWithClientDocument, {
    input: { jobId, revision: prompt?.revision as number, items },
  });
  expect(errors).toBeUndefined();
  const [mail] = await world.mailsTo(email, 1);
  return tokenIn(mail);
}

/** Returns the error of a refused request. */
export async function refusal(response: Response) {
  const { errors } = (await response.json()) as {
    errors: { message: string; extensions: Record<string, unknown> }[];
  };
  return { status: response.status, ...errors[0]?.extensions };
}

/** Returns a session token of one of the demo's people. */
export async function tokenOf({ asVisitor }: World, person: string): Promise<string> {
  const { data } = await asVisitor<{ signIn: { token: string } }, object>(
    'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { token } }',
    { email: `${person}@demo.jobglass.test`, password: DEMO_PASSWORD },
  );
  return data.signIn.token;
}

function bearer(token: string | undefined): Record<string, string> {
  return token ? { authorization: `Bearer ${token}` } : {};
}

function filesIn(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return [];
    throw error;
  }
}
