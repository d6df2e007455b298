import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { freePort } from '../harness/server-process.js';
import { until } from '../harness/world.js';

/** `npm run dev` in a copy of the project, whose files a test may change. */
export class DevProject {
  /** With links to the packages. */
  readonly #clone = mkdtempSync(join(tmpdir(), 'jobglass-dev-'));
  #dev: ChildProcess | undefined;
  #printed = '';
  url = '';

  constructor() {
    chmodSync(this.#clone, 0o755);
    for (const each of ['src', 'db', 'scripts', 'test', 'schema', 'package.json', 'tsconfig.json'])
      cpSync(each, join(this.#clone, each), { recursive: true, filter: isOurs });
    // With the compiler's incremental state, so that only changed files are compiled.
    for (const each of ['src', 'db', 'scripts', 'test', 'web', 'tsconfig.tsbuildinfo'])
      cpSync(`dist/${each}`, join(this.#clone, 'dist', each), { recursive: true });
    symlinkSync(resolve('node_modules'), join(this.#clone, 'node_modules'));
    // The state has the packages below the project; behind the link all of it would be compiled again.
    this.change('tsconfig.json', '"incremental"', '"preserveSymlinks": true, "incremental"');
  }

  /** Waits until it serves. Without DATABASE_URL it starts an embedded database. */
  async start(settings: Record<string, string> = {}): Promise<void> {
    const port = await freePort();
    this.url = `http://localhost:${port}`;
    const { PATH, HOME } = process.env;
    const dev = spawn(process.execPath, ['dist/scripts/dev.js'], {
      cwd: this.#clone,
      env: {
        ...{ PATH, HOME, PORT: String(port), JOBGLASS_DATA: join(this.#clone, '.data') },
        ...settings,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#dev = dev;
    for (const stream of [dev.stdout, dev.stderr]) {
      stream?.on('data', (chunk) => {
        this.#printed += chunk;
      });
    }
    await until(() => this.#printed.includes('is running') || dev.exitCode !== null, 150);
  }

  printed(): string {
    return this.#printed;
  }

  change(file: string, from: string, to: string): void {
    const path = join(this.#clone, file);
    const text = readFileSync(path, 'utf8');
    expect(text).toContain(from);
    writeFileSync(path, text.replace(from, to));
  }

  /** Path of a file outside of the root of Vite, `src/web`, as Vite serves it. */
  served(file: string): string {
    return `/@fs${join(this.#clone, file)}`;
  }

  async text(path: string): Promise<string> {
    return (await fetch(`${this.url}${path}`)).text();
  }

  /** Stops it as Ctrl-C does; it must leave no process of its folder behind. */
  async stopsEverything(): Promise<void> {
    const dev = this.#dev as ChildProcess;
    // One that has ended already would never say so.
    expect([dev.exitCode, this.#printed]).toEqual([null, this.#printed]);
    dev.kill('SIGINT');
    expect(await once(dev, 'exit')).toEqual([0, null]);
    const running = execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' });
    expect(running.split('\n').filter((line) => line.includes(this.#clone))).toEqual([]);
  }

  remove(): void {
    this.#dev?.kill('SIGKILL');
    rmSync(this.#clone, { recursive: true, force: true });
  }
}

function isOurs(path: string): boolean {
  return !path.includes('node_modules');
}
