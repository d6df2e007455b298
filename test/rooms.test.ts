import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

const SRC = resolve('src');

/** Who may import whom, as src/README.md says it. A room may always import itself. */
const MAY_IMPORT: Record<string, string[]> = {
  visibility: [],
  database: ['visibility', 'config'],
  domain: [
    'visibility',
    'database',
    'config',
    'sharing/shareable',
    // A noun queues its own mails and says what they say; of the sending it knows nothing.
    'email/outbox',
    'email/gather-email',
    'email/email-kinds',
    'email/letter',
    'email/outgoing-email.entity',
  ],
  sharing: ['visibility', 'database', 'config', 'domain', 'email', 'portal'],
  portal: ['visibility', 'database', 'config', 'domain', 'email', 'sharing'],
  email: [
    'visibility',
    'database',
    'config',
    'domain/staff/capabilities',
    'sharing/shareable',
    // Mails look like the pages.
    'web/pages/tokens.gen',
    'web/pages/root-style',
  ],
  live: ['visibility', 'database', 'config', 'domain', 'sharing', 'portal'],
  server: [
    'visibility',
    'database',
    'config',
    'domain',
    'sharing',
    'portal',
    'email',
    'live',
    'web',
    'demo',
  ],
  web: [],
  settings: [],
  config: ['settings'],
  main: ['serve'],
  serve: ['server', 'database', 'config', 'demo'],
};

it('every room imports only the rooms below it', () => {
  const wrong = files(SRC).flatMap((file) =>
    importsOf(file).filter(({ target }) => !isAllowed(file, target)),
  );
  expect(wrong.map(({ place, target }) => `${place} imports ${target}`)).toEqual([]);
});

it('nothing but the settings reads the environment', () => {
  const wrong = files(SRC).filter(
    (file) => file !== join(SRC, 'config.ts') && readFileSync(file, 'utf8').includes('process.env'),
  );
  expect(wrong.map(nameOf)).toEqual([]);
});

it('nothing in src writes around the unit of work, where no watcher would see it', () => {
  // The counts of tries are no record of anybody's.
  const allowed =
    /^(email|domain\/limits\/clear-ended-counts|database\/migrate|database\/databases|portal\/portal-grants)/;
  const wrong = files(SRC)
    .filter((file) => !allowed.test(nameOf(file)))
    .flatMap((file) => linesOf(file).filter(({ text }) => WRITES.test(text)));
  expect(wrong.map(({ place, text }) => `${place}: ${text.trim()}`)).toEqual([]);
});

const WRITES =
  /nativeInsert|nativeUpdate|nativeDelete|\.(insertInto|updateTable|deleteFrom)\(|\b(insert into|update \w+ set|delete from)\b/i;

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
