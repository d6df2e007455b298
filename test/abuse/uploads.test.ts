import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { DEMO_PASSWORD } from '../../db/demo/seed-demo.js';
import { cloneDatabase, dropDatabase } from '../../src/database/databases.js';
import { childrenOf, peakMebibytesDuring, residentMebibytes } from '../harness/process-memory.js';
import { type ServerProcess, startServerProcess } from '../harness/server-process.js';
import { ask, until } from '../harness/world.js';
import {
  animatedWebp,
  baselineJpeg,
  blankPng,
  disguisedAvif,
  losslessWebp,
  progressiveJpeg,
} from '../photos/worst-files.js';
import { othersAreServedDuring } from './watch-health.js';

const MAX_GROWTH_MEBIBYTES = 300;
const MAX_SIGN_IN_MS = 500;
/** An idle decoding process is ended after ten seconds. */
const UNTIL_IDLE_SECONDS = 15;

let folder: string;
let databaseUrl: string;
let server: ServerProcess;
let token: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jobglass-uploads-'));
  const template = process.env.TEST_DATABASE_URL as string;
  databaseUrl = await cloneDatabase(template, 'template', `test_uploads_${process.pid}`);
  server = await startServerProcess({
    DATABASE_URL: databaseUrl,
    JOBGLASS_DATA: folder,
    PUBLIC_URL: 'http://localhost',
    SEED_DEMO: 'false',
  });
  token = (await signIn('owner')).token;
});
afterAll(async () => {
  server.process.kill('SIGTERM');
  await server.ended();
  await dropDatabase(databaseUrl);
  rmSync(folder, { recursive: true, force: true });
});

const pid = () => server.process.pid as number;

async function signIn(person: string) {
  const start = performance.now();
  const { data } = await ask(server.url)<{ signIn: { token: string } }, object>(
    'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { token } }',
    { email: `${person}@demo.jobglass.test`, password: DEMO_PASSWORD },
  );
  return { token: data.signIn.token, ms: performance.now() - start };
}

async function upload(bytes: Buffer) {
  const body = new FormData();
  body.append('file', new Blob([new Uint8Array(bytes)]), 'roof.jpg');
  const response = await fetch(`${server.url}/photos`, {
    method: 'POST',
    body,
    headers: { authorization: `Bearer ${token}` },
  });
  const { errors } = (await response.json()) as {
    errors?: { extensions: { code: string; reason?: string } }[];
  };
  const { reason, code } = errors?.[0]?.extensions ?? {};
  return { status: response.status, reason: reason ?? code };
}

/** Sends eight of them at once and signs in meanwhile, again and again. */
async function eightAtOnce(file: Buffer) {
  const before = residentMebibytes(pid());
  const { result, peakMebibytes } = await peakMebibytesDuring(pid(), () =>
    othersAreServedDuring(server.url, 'Eight uploads', async () => {
      let isDone = false;
      const uploads = Promise.all(Array.from({ length: 8 }, () => upload(file))).finally(() => {
        isDone = true;
      });
      const signInsMs: number[] = [];
      do {
        signInsMs.push((await signIn('owner')).ms);
        await setTimeout(50);
      } while (!isDone);
      return { answers: await uploads, signInsMs };
    }),
  );
  const growth = peakMebibytes - before;
  const slowestMs = Math.max(...result.signInsMs);
  process.stdout.write(
    `Eight uploads: ${Math.round(growth)} MiB more, a sign-in waited ${Math.round(slowestMs)} ms at most\n`,
  );
  expect(growth).toBeLessThan(MAX_GROWTH_MEBIBYTES);
  expect(slowestMs).toBeLessThan(MAX_SIGN_IN_MS);
  return result.answers;
}

const UNREADABLE = { status: 422, reason: 'UNREADABLE_PICTURE' };
const TAKEN = { status: 201, reason: undefined };

describe('eight of the worst uploads at once hurt nobody else', () => {
  it('when each would unfold into a gigabyte', async () => {
    const png = blankPng({ side: 10_860, bits: 16, samples: 4, isInterlaced: true });
    expect(png.length).toBeLessThan(1_000_000);
    for (const answer of await eightAtOnce(png)) expect(answer).toEqual(UNREADABLE);
  });

  it('when each is the most that is taken', async () => {
    const png = blankPng({ side: 3_500, bits: 16, samples: 4, isInterlaced: true });
    for (const answer of await eightAtOnce(png)) expect(answer).toEqual(TAKEN);
  });

  it('and the memory comes back', async () => {
    await until(() => childrenOf(pid()).length === 0, UNTIL_IDLE_SECONDS);
    expect(readdirSync(join(folder, 'uploads'))).toEqual([]);
  });
});

describe('a file that costs too much is refused by its header', () => {
  it.each<[string, () => Promise<Buffer>]>([
    ['a palette', async () => blankPng({ side: 10_860, bits: 8, samples: 1, isInterlaced: true })],
    ['a progressive JPEG', () => progressiveJpeg(6_000, 4_000)],
    ['a large lossless WebP', () => losslessWebp(6_000)],
    ['an animated WebP', () => animatedWebp(4_000, 3)],
    ['an AVIF in the clothes of a HEIC', () => disguisedAvif(4_000)],
  ])('%s', async (_, file) => {
    const bytes = await file();
    const start = performance.now();
    expect(await upload(bytes)).toEqual(UNREADABLE);
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  it('but not a photo of 108 megapixels as a phone takes it', async () => {
    expect(await upload(await baselineJpeg(12_000, 9_000))).toEqual(TAKEN);
  });
});

it('takes no file of another kind, whatever it is glued to', async () => {
  const jpeg = await baselineJpeg(200, 100);
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
  const tiff = Buffer.from('49492a0008000000', 'hex');
  const gif = Buffer.from('GIF89a\x01\x00\x01\x00\x00\x00\x00', 'latin1');
  for (const file of [svg, tiff, gif, Buffer.from('%PDF-1.7'), Buffer.concat([svg, jpeg])])
    expect(await upload(file)).toEqual({ status: 415, reason: 'NOT_A_PICTURE' });
  for (const file of [jpeg.subarray(0, 300), Buffer.concat([jpeg.subarray(0, 3), svg])])
    expect(await upload(file)).toEqual(UNREADABLE);
});

it('refuses with a code what it has no room for, and takes it a little later', async () => {
  const png = blankPng({ side: 3_000, bits: 16, samples: 4, isInterlaced: true });
  const answers = await Promise.all(Array.from({ length: 20 }, () => upload(png)));
  const refused = answers.filter(({ status }) => status !== 201);
  expect(refused.length).toBeGreaterThan(0);
  for (const answer of refused) expect(answer).toEqual({ status: 429, reason: 'RATE_LIMITED' });
  expect(await upload(png)).toEqual(TAKEN);
});
