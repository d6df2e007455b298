import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve, sep } from 'node:path';
import { environmentWith } from '../src/config/config.js';

interface Watcher {
  add(folders: string[]): unknown;
  on(event: 'all', listener: (event: string, file: string) => void): unknown;
}

const WATCHED = ['src', 'db'].map((folder) => resolve(folder));
/** Browser code, which Vite watches. */
const PAGES = ['design', 'portal', 'console', 'gen'].map((room) => resolve('src/web', room) + sep);
/** Several files saved within this time are one change. */
const CHANGE_PAUSE_MS = 150;

/** The API in a child process, which can be restarted while database and pages keep running. */
export class DevApi {
  #running: ChildProcess | undefined;
  #isStopped = false;
  #work: Promise<unknown> = Promise.resolve();
  #pause: NodeJS.Timeout | undefined;

  constructor(
    private readonly settings: Record<string, string>,
    private readonly say: (line: string) => void,
  ) {}

  /** Resolves when the API serves; throws if it exits before. */
  async start(): Promise<void> {
    const api = spawn(process.execPath, ['dist/src/main.js'], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: environmentWith(this.settings),
    });
    this.#running = api;
    const ended = once(api, 'exit').then(() => false);
    const isServing = new Promise<boolean>((serving) => {
      api.stdout.on('data', (bytes) => {
        // The welcome text is not printed, since it has the API's internal address.
        if (String(bytes).includes('Jobglass is running')) serving(true);
        else process.stdout.write(bytes);
      });
    });
    if (await Promise.race([isServing, ended])) return;
    if (!this.#isStopped) throw new Error('The API did not start; see above.');
  }

  restartOnChange(watcher: Watcher): void {
    watcher.add(WATCHED);
    watcher.on('all', (event, file) => {
      if (!/^(add|change|unlink)$/.test(event) || !isOfApi(file)) return;
      clearTimeout(this.#pause);
      this.#pause = setTimeout(() => this.#inTurn(() => this.#restart()), CHANGE_PAUSE_MS);
    });
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#pause);
    await this.#end();
    await this.#work;
  }

  /** If the code does not compile, the API keeps running as it is. */
  async #restart(): Promise<void> {
    if (this.#isStopped) return;
    this.say('Files changed: building the API …');
    if (!(await compiled())) return this.say('The build failed; the API keeps running as it was.');
    await this.#end();
    if (this.#isStopped) return;
    await this.start();
    this.say('The API is up again.');
  }

  async #end(): Promise<void> {
    const api = this.#running;
    if (!api || api.exitCode !== null || api.signalCode !== null) return;
    const ended = once(api, 'exit');
    api.kill('SIGTERM');
    await ended;
  }

  #inTurn(work: () => Promise<void>): void {
    this.#work = this.#work.then(work).catch((error: Error) => this.say(error.message));
  }
}

function isOfApi(file: string): boolean {
  const isCode = /\.(ts|sql)$/.test(file) && WATCHED.some((each) => file.startsWith(each + sep));
  return isCode && !PAGES.some((each) => file.startsWith(each)) && !/vite[^/]*$/.test(file);
}

async function compiled(): Promise<boolean> {
  const tsc = 'node_modules/typescript/bin/tsc';
  const compiler = spawn(process.execPath, [tsc, '-p', 'tsconfig.json'], { stdio: 'inherit' });
  const [code] = await once(compiler, 'exit');
  return code === 0;
}
