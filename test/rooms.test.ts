import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const SRC = resolve('src');

/** Rooms from top to bottom with the rooms that each may import. */
const MAY_IMPORT: Record<string, string[]> = {
  main: ['serve'],
  serve: ['server', 'database', 'config', 'demo'],
  server: [
    'portal',
    'live',
    'sharing',
    'domain',
    'email',
    'shareable',
    'visibility',
    'database',
    'config',
    'web/pages',
    'demo',
  ],
  portal: ['sharing', 'domain', 'email', 'texts', 'shareable', 'visibility', 'database', 'config'],
  live: ['sharing', 'domain', 'shareable', 'visibility', 'database', 'config'],
  sharing: ['domain', 'email', 'texts', 'shareable', 'visibility', 'database', 'config'],
  domain: [
    'documents',
    'texts',
    'email/outbox',
    'email/templates',
    'shareable',
    'visibility',
    'database',
    'config',
  ],
  documents: [],
  email: ['texts', 'shareable', 'visibility', 'database', 'config', 'web/pages'],
  shareable: ['texts', 'visibility', 'database'],
  database: ['visibility', 'config'],
  visibility: [],
  config: [],
  texts: [],
  web: ['texts'],
};

it('every room imports only the rooms below it', () => {
  const wrong = files(SRC).flatMap((file) =>
    importsOf(file).filter(({ target }) => !isAllowed(file, target)),
  );
  expect(wrong.map(({ place, target }) => `${place} imports ${target}`)).toEqual([]);
});

it('no room holds more files than a person looks through', () => {
  const counts = new Map<string, number>();
  for (const room of files(SRC).map((file) => dirname(nameOf(file))))
    counts.set(room, (counts.get(room) ?? 0) + 1);
  const large = [...counts].filter(([, count]) => count > MAX_FILES_PER_ROOM);
  expect(large.map(([room, count]) => `${room} holds ${count} files`)).toEqual([]);
});

it('no file imports itself through others, not even for a type', () => {
  expect(circles().map((circle) => circle.join(' > '))).toEqual([]);
});

it('nothing but the settings reads the environment', () => {
  const wrong = files(SRC).filter(
    (file) =>
      file !== join(SRC, 'config/config.ts') && readFileSync(file, 'utf8').includes('process.env'),
  );
  expect(wrong.map(nameOf)).toEqual([]);
});

it('nothing in src writes around the unit of work, where no watcher would see it', () => {
  // The keys of requests, the counts of tries, the deliveries of webhooks and what was removed are no record of anybody's. A prompt is written by the
  // last watcher, which tells of it itself.
  const allowed =
    /^(email|domain\/limits\/(clear-ended-counts|request-points)|domain\/common\/once|domain\/webhooks\/sending\/statements|domain\/removals|sharing\/clients\/erase-texts|database\/setup|database\/postgres\/portal-role|portal\/session\/portal-grants|sharing\/prompt\/write-prompts)/;
  const wrong = files(SRC)
    .filter((file) => !allowed.test(nameOf(file)))
    .flatMap((file) => linesOf(file).filter(({ text }) => WRITES.test(text)));
  expect(wrong.map(({ place, text }) => `${place}: ${text.trim()}`)).toEqual([]);
});

const MAX_FILES_PER_ROOM = 16;

const WRITES =
  /nativeInsert|nativeUpdate|nativeDelete|\.(insertInto|updateTable|deleteFrom)\(|\b(insert into|update \w+ set|delete from)\b/i;

/** Each circle of imports once, as the files on it. */
function circles(): string[][] {
  const imported = new Map(files(SRC).map((file) => [bareName(file), importsOf(file)]));
  const found: string[][] = [];
  const isDone = new Set<string>();
  const visit = (file: string, path: string[]): void => {
    if (path.includes(file)) found.push([...path.slice(path.indexOf(file)), file]);
    if (path.includes(file) || isDone.has(file)) return;
    for (const { target } of imported.get(file) ?? []) visit(target, [...path, file]);
    isDone.add(file);
  };
  for (const file of imported.keys()) visit(file, []);
  return found;
}

function bareName(file: string): string {
  return nameOf(file).replace(/\.tsx?$/, '');
}

function isAllowed(file: string, target: string): boolean {
  const room = roomOf(nameOf(file));
  if (roomOf(target) === room) return true;
  return (MAY_IMPORT[room] ?? []).some(
    (allowed) => target === allowed || target.startsWith(`${allowed}/`),
  );
}

function importsOf(file: string) {
  return linesOf(file).flatMap(({ place, text }) => {
    const [, path] = text.match(/(?:from |import |import\()'(\.[^']+)'/) ?? [];
    return path ? [{ place, target: targetOf(file, path) }] : [];
  });
}

/** `domain/notes/note.entity`, or `demo` for the seed outside src. */
function targetOf(file: string, path: string): string {
  const target = resolve(file, '..', path).replace(/\.js$/, '');
  if (target.startsWith(SRC)) return relative(SRC, target);
  return target.includes('/db/migrations/') ? 'database/migrations' : 'demo';
}

function roomOf(name: string): string {
  return name.split('/')[0]?.replace(/\.ts$/, '') as string;
}

function nameOf(file: string): string {
  return relative(SRC, file);
}

function linesOf(file: string) {
  return readFileSync(file, 'utf8')
    .split('\n')
    .map((text, at) => ({ text, place: `${nameOf(file)}:${at + 1}` }));
}

function files(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}
