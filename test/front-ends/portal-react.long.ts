import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import { aFullJob, type FullJob } from '../browser/a-full-job.js';
import { openBrowser, openWindow } from '../harness/browser.js';
import { INSTALL_HOOK_MS, installPackages } from '../harness/front-ends.js';
import { freePort } from '../harness/server-process.js';
import * as ops from '../operations.gen.js';

const run = promisify(execFile);

const BUILD_MS = 60_000;
const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
};
const CLOSED = 'This link does not open anything';

let built: string;
let files: Server;
let origin: string;
let job: FullJob;
let browser: Browser;
// The app is on `localhost`, the API on 127.0.0.1: another site, not only another port.
beforeAll(async () => {
  built = mkdtempSync(join(tmpdir(), 'jobglass-portal-react-'));
  files = createServer((request, response) => {
    const path = request.url === '/' ? '/index.html' : (request.url as string);
    response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'text/plain' });
    response.end(readFileSync(join(built, path)));
  }).listen(0, 'localhost');
  await once(files, 'listening');
  origin = `http://localhost:${(files.address() as AddressInfo).port}`;
  const port = await freePort();
  const publicUrl = `http://127.0.0.1:${port}`;
  const folder = await installPackages('examples/portal-react');
  await run('npm', ['run', '--silent', 'build', '--', '--outDir', built, '--logLevel', 'warn'], {
    cwd: folder,
    timeout: BUILD_MS,
    env: { ...process.env, VITE_API_URL: publicUrl },
  });
  [job, browser] = await Promise.all([
    aFullJob({ port, publicUrl, allowedOrigins: [origin] }),
    openBrowser(),
  ]);
}, INSTALL_HOOK_MS + BUILD_MS);
afterAll(async () => {
  await browser?.close();
  await job?.album.close();
  files.close();
  rmSync(built, { recursive: true, force: true });
});

it('a page of its own shows the job, follows it, takes a yes, and is emptied when access is cut', async () => {
  const client = await openWindow(browser, `${origin}/#${job.token}`);
  const { page } = client;
  await page.getByRole('heading', { name: 'Switchboard upgrade' }).waitFor();
  for (const words of ['Bright Spark', 'In progress', '12 Wattle Street, Newtown NSW 2042'])
    await page.getByText(words).first().waitFor();
  await page.getByText('About three hours, no longer.').waitFor();

  const photo = page.getByRole('link', { name: 'The old switchboard' }).locator('img');
  await photo.waitFor();
  await page.waitForFunction('[...document.images].every((each) => each.naturalWidth > 0)');
  expect(await photo.getAttribute('src')).toContain('?access=');
  const pdf = await page.getByRole('link', { name: 'Open as PDF' }).first().getAttribute('href');
  const document = await fetch(pdf as string);
  expect([document.status, document.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  await document.arrayBuffer();
  expect(await client.barriers()).toEqual([]);
  await client.picture('portal-react');

  await job.owner(ops.AddNoteDocument, {
    input: { jobId: job.jobId, body: 'We bring a generator.', internal: false },
  });
  await job.share();
  await page.getByText('We bring a generator.').waitFor({ timeout: 20_000 });

  await page.getByLabel('Your name').fill('Casey Client');
  await page.getByRole('button', { name: 'Accept this quote' }).click();
  await page.getByText('Answered by Casey Client').waitFor();
  const { data } = await job.owner(ops.QuoteDocument, { id: job.quoteId });
  expect(data.quote?.status).toBe('ACCEPTED');

  await page.getByLabel('Your message').fill('See you on Monday');
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByRole('listitem').filter({ hasText: 'See you on Monday' }).waitFor();
  expect(client.troubles).toEqual([]);

  await job.owner(ops.SwitchPortalDocument, { on: false });
  await page.getByRole('heading', { name: CLOSED }).waitFor({ timeout: 5_000 });
  const markup = await page.locator('html').innerHTML();
  for (const each of ['Switchboard', 'Casey', 'Bright Spark', '?access='])
    expect(markup).not.toContain(each);
  await client.picture('portal-react-closed');
  await job.owner(ops.SwitchPortalDocument, { on: true });
  await client.close();
});

it('a page of an origin that is not allowed reads nothing, and says that it could not', async () => {
  const others = createServer((request, response) => files.emit('request', request, response));
  await once(others.listen(0, 'localhost'), 'listening');
  const { port } = others.address() as AddressInfo;
  const { page, close } = await openWindow(browser, `http://localhost:${port}/#${job.token}`);
  await page.getByRole('heading', { name: 'The page could not be loaded' }).waitFor();
  expect(await page.locator('html').innerHTML()).not.toContain('Switchboard');
  await close();
  others.close();
});
