import '../harness/needs-build.js';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { openWorld, type World } from '../harness/world.js';

interface Chunk {
  file: string;
  imports?: string[];
}

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

it.each([
  ['portal', 100],
  ['console', 250],
])('a page of the %s needs at most %i kB of script before it shows content', (name, kilobytes) => {
  const manifest = JSON.parse(readFileSync('dist/web/.vite/manifest.json', 'utf8'));
  const bytes = firstFiles(manifest, `${name}/index.html`).map(
    (file) => gzipSync(readFileSync(`dist/web/${file}`)).length,
  );
  expect(bytes.reduce((sum, each) => sum + each)).toBeLessThanOrEqual(kilobytes * 1024);
});

it('a page may not be cached, indexed or framed, and runs no inline script', async () => {
  const page = await fetch(`${world.url}/portal`);
  const html = await page.text();
  expect(html).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\bstyle=/);
  expect(page.headers.get('cache-control')).toBe('no-store');
  expect(page.headers.get('x-robots-tag')).toBe('noindex');
  expect(page.headers.get('referrer-policy')).toBe('no-referrer');
  const policy = page.headers.get('content-security-policy') ?? '';
  for (const rule of [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' blob: data:",
    "frame-ancestors 'none'",
  ])
    expect(policy.split(';')).toContain(rule);
});

it('files with a digest in their name are cached forever and compressed', async () => {
  const html = await (await fetch(`${world.url}/portal`)).text();
  const [script = ''] = html.match(/\/assets\/[^"]+\.js/) ?? [];
  const answer = await fetch(`${world.url}${script}`, { headers: { 'accept-encoding': 'br' } });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-encoding')).toBe('br');
  expect(answer.headers.get('content-type')).toMatch(/javascript/);
  expect(answer.headers.get('cache-control')).toMatch(/immutable/);
  expect((await fetch(`${world.url}/assets/nothing.js`)).status).toBe(404);
});

function firstFiles(manifest: Record<string, Chunk>, name: string): string[] {
  const { file, imports = [] } = manifest[name] as Chunk;
  return [...new Set([file, ...imports.flatMap((each) => firstFiles(manifest, each))])];
}
