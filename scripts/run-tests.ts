/**
 * `npm test`: builds everything and runs every test. With names it compiles what changed, builds the pages and
 * the bundle only for tests that use them, and runs the files of these names; see test/README.md.
 *
 * It runs uncompiled, since a clean checkout has nothing compiled yet.
 */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

const WATCH_PAUSE_MS = 200;
const MAX_NEAR_NAMES = 5;
const BUILT_STAMP = 'dist/built';
/** Test files that reach one of these files by imports use the built pages or the bundle. */
const USES_BUILD = ['dist/test/harness/needs-build.js'];
const BUILD_OUTPUTS = ['dist/web', 'dist/bundle', BUILT_STAMP];
const BUILD_INPUTS = [
  'src',
  'db',
  'schema',
  'scripts/bundle.ts',
  'package-lock.json',
  'tsconfig.json',
];
const COMPILED_ROOTS = ['src', 'db', 'scripts', 'test'];
/** Line coverage of the TypeScript in all processes; browser code is not counted. */
const COVERAGE = [
  '--exclude-after-remap',
  '--reporter=text-summary',
  '--reporter=html',
  '--include=src/**',
  '--exclude=src/web/**',
];
const OWN_OPTIONS = ['--watch', '--coverage', '--long'];

const { names, jestOptions, own } = parse(process.argv.slice(2));
const kind = own.has('--long') ? 'long' : 'test';
if (own.has('--watch')) watchTests();
else process.exit(runOnce());

/** Names come first; from the first option that is not ours, all arguments are Jest's. */
function parse(args: string[]) {
  const own = new Set(args.filter((each) => OWN_OPTIONS.includes(each)));
  const rest = args.filter((each) => !own.has(each));
  const firstOption = rest.findIndex((each) => each.startsWith('-'));
  const end = firstOption < 0 ? rest.length : firstOption;
  return { names: rest.slice(0, end), jestOptions: rest.slice(end), own };
}

function runOnce(): number {
  if (names.length === 0) return buildAll() && jest(allTests()) ? 0 : 1;
  const selected = filesOf(names);
  return selected && compile() && prepare(selected) && jest(selected) ? 0 : 1;
}

function allTests(): string[] {
  return globSync(`test/**/*.${kind}.ts`).sort();
}

/** Returns the test files for the names; null after an error message if a name has none. */
function filesOf(wanted: string[]): string[] | null {
  const all = allTests();
  const found = wanted.map((name) => all.filter((file) => isNamed(file, name)));
  const unknown = wanted.filter((_, at) => found[at]?.length === 0);
  for (const name of unknown) console.error(notFoundMessage(name, all));
  return unknown.length > 0 ? null : [...new Set(found.flat())];
}

/** `share-loop`, `journeys/share-loop`, `test/journeys/share-loop.test.ts`, or a folder such as `journeys`. */
function isNamed(file: string, argument: string): boolean {
  const bare = bareName(file);
  const name = bareName(argument.replace(/\/$/, ''));
  return bare === name || bare.endsWith(`/${name}`) || bare.startsWith(`${name}/`);
}

function bareName(file: string): string {
  return file
    .replace(/^\.\//, '')
    .replace(/^(dist\/)?test\//, '')
    .replace(/\.(test|long)\.(ts|js)$/, '');
}

function notFoundMessage(name: string, all: string[]): string {
  const otherKind = globSync('test/**/*.long.ts').some((file) => isNamed(file, name));
  if (kind === 'test' && otherKind) return `"${name}" is a long test: npm run test:long -- ${name}`;
  const near = all
    .map((file) => bareName(file))
    .map((bare) => ({ bare, steps: distanceOf(bare, bareName(name)) }))
    .sort((a, b) => a.steps - b.steps)
    .slice(0, MAX_NEAR_NAMES)
    .map(({ bare }) => bare);
  return `No test file or folder is named "${name}". Near it: ${near.join(', ')}.`;
}

/** Edit distance of the last parts; 0 if one name contains the other. */
function distanceOf(bare: string, name: string): number {
  const last = bare.split('/').at(-1) as string;
  const wanted = name.split('/').at(-1) as string;
  if (bare.includes(name)) return 0;
  let row = Array.from({ length: last.length + 1 }, (_, at) => at);
  for (const [at, letter] of [...wanted].entries()) {
    const next = [at + 1];
    for (let to = 1; to <= last.length; to += 1) {
      const replaced = (row[to - 1] as number) + (last[to - 1] === letter ? 0 : 1);
      next.push(Math.min(replaced, (row[to] as number) + 1, (next[to - 1] as number) + 1));
    }
    row = next;
  }
  return row.at(-1) as number;
}

/** A build newer than everything that it is made of is kept, so that `npm run test:long` after `npm test` needs none. */
function buildAll(): boolean {
  if (isBuildFresh()) return compile();
  const startedAt = new Date();
  if (!run('npm', ['run', '--silent', 'build'])) return false;
  stamp(startedAt);
  return true;
}

/** Compiles changed files into `dist`, and removes the output of deleted sources. */
function compile(): boolean {
  removeStale();
  return run('tsc', ['-p', 'tsconfig.json']);
}

function removeStale(): void {
  for (const root of COMPILED_ROOTS)
    for (const file of globSync(`dist/${root}/**/*.js`))
      if (!existsSync(sourceOf(file)))
        for (const each of [file, `${file}.map`]) rmSync(each, { force: true });
}

function sourceOf(compiled: string): string {
  return compiled.replace(/^dist\//, '').replace(/\.js$/, '.ts');
}

/** Rebuilds outdated pages and bundle if a selected test uses them, else removes them. */
function prepare(selected: string[]): boolean {
  if (isBuildFresh()) return true;
  for (const each of BUILD_OUTPUTS) rmSync(each, { recursive: true, force: true });
  if (!selected.some(usesBuild)) {
    console.log(
      'Removed pages and bundle, which were out of date; `npm run build` makes them again.',
    );
    // A server does not start without this folder; without pages it answers 404 for them.
    mkdirSync('dist/web/assets', { recursive: true });
    return true;
  }
  const startedAt = new Date();
  const isBuilt =
    run('npm', ['run', '--silent', 'web']) && run('npm', ['run', '--silent', 'bundle']);
  if (isBuilt) stamp(startedAt);
  return isBuilt;
}

/** Stores the time when the build began, so that changes during the build count as newer. */
function stamp(startedAt: Date): void {
  writeFileSync(BUILT_STAMP, String(startedAt.getTime()));
}

function isBuildFresh(): boolean {
  if (!BUILD_OUTPUTS.every((each) => existsSync(each))) return false;
  const builtAtMs = Number(readFileSync(BUILT_STAMP, 'utf8'));
  // Adding or deleting a file changes the time of its folder.
  const inputs = BUILD_INPUTS.flatMap((each) => [each, ...globSync(`${each}/**`)]);
  return inputs.every((each) => statSync(each).mtimeMs < builtAtMs);
}

function usesBuild(file: string): boolean {
  const reached = reachedFrom(compiledOf(file));
  return USES_BUILD.some((each) => reached.has(each));
}

function compiledOf(source: string): string {
  return join('dist', source.replace(/\.ts$/, '.js'));
}

/** Returns a compiled file and all compiled files that it imports, directly or indirectly. */
function reachedFrom(file: string, reached = new Set<string>()): Set<string> {
  if (reached.has(file) || !existsSync(file)) return reached;
  reached.add(file);
  const text = readFileSync(file, 'utf8');
  for (const [, path] of text.matchAll(/(?:from|import)\s*\(?\s*['"](\.{1,2}\/[^'"]+)['"]/g))
    reachedFrom(relative('.', resolve(dirname(file), path as string)), reached);
  return reached;
}

function jest(files: string[]): boolean {
  const testMatch = kind === 'long' ? ['--testMatch', '**/*.long.js'] : [];
  const args = ['node_modules/jest/bin/jest.js', ...testMatch, ...jestOptions];
  args.push('--runTestsByPath', ...files.map(compiledOf));
  return own.has('--coverage')
    ? run('c8', [...COVERAGE, process.execPath, ...args])
    : run(process.execPath, args);
}

function run(command: string, args: string[]): boolean {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit' });
  if (error) console.error(error.message);
  return status === 0;
}

/** Runs the tests affected by each change, until Ctrl+C. */
function watchTests(): void {
  if (names.length > 0 && !filesOf(names)) process.exit(1);
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  for (const root of ['src', 'db', 'test'])
    watch(root, { recursive: true }, (_event, file) => {
      if (!file || !/\.(ts|graphql|sql)$/.test(file)) return;
      changed.add(join(root, file));
      clearTimeout(timer);
      // Changes during a test run are processed after it, since `jest` blocks this process.
      timer = setTimeout(() => {
        runChanged([...changed]);
        changed.clear();
      }, WATCH_PAUSE_MS);
    });
  console.log('Waiting for a change in src, db or test …');
}

function runChanged(changed: string[]): void {
  if (!compile()) return;
  const selected = affectedBy(changed);
  if (selected.length === 0)
    console.log(`No test is about ${changed.join(', ')}; name some: npm test -- --watch <name>`);
  else if (prepare(selected)) jest(selected);
}

/**
 * Returns the selected tests that import a changed test file. Since every test reaches the whole product through the
 * server, a change in `src` runs the named tests, or without names those in the folder named like its room.
 */
function affectedBy(changed: string[]): string[] {
  const candidates = names.length > 0 ? (filesOf(names) ?? []) : allTests();
  const isOfTests = (file: string) => file.startsWith(`test${sep}`);
  const compiled = changed.filter(isOfTests).map(compiledOf);
  const rooms = changed
    .filter((file) => !isOfTests(file))
    .flatMap((file) => dirname(file).split(sep));
  return candidates.filter((file) => {
    const reached = reachedFrom(compiledOf(file));
    if (compiled.some((each) => reached.has(each))) return true;
    if (rooms.length === 0) return false;
    return names.length > 0 || rooms.includes(dirname(file).split(sep)[1] as string);
  });
}
