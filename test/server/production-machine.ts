import { execFile, execFileSync, type SpawnOptions, spawn } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from '../harness/server-process.js';
import { blocksOf } from './readme-commands.js';

const run = promisify(execFile);

/**
 * A stand-in for an empty machine: folders below /var/tmp in place of /opt, /etc and /var/lib, a PostgreSQL of its own,
 * and small scripts in place of sudo, useradd and systemctl, which would change the machine that runs the test.
 */
export class ProductionMachine {
  readonly folder = mkdtempSync('/var/tmp/jobglass-production-');
  readonly serviceLog = this.at('service.log');
  databasePort = 0;
  port = 0;
  secondPort = 0;

  at(name: string): string {
    return join(this.folder, name);
  }

  async prepare(): Promise<void> {
    chmodSync(this.folder, 0o755);
    [this.databasePort, this.port, this.secondPort] = await Promise.all([
      freePort(),
      freePort(),
      freePort(),
    ]);
    this.#writeScripts();
    await this.#startPostgres();
  }

  /** Copies the files of the working tree that git knows or would add. */
  unpackSource(): void {
    const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], {
      encoding: 'utf8',
    });
    for (const file of listed.split('\0').filter((each) => each && existsSync(each)))
      cpSync(file, join(this.at('opt'), file));
  }

  /** Runs commands of README as they are, with this machine's folders and ports. */
  async run(commands: string, replaced: [string, string][] = []): Promise<string> {
    let script = this.#local(commands);
    for (const [from, to] of replaced) script = script.replaceAll(from, to);
    const { stdout, stderr } = await run('bash', ['-euo', 'pipefail', '-c', script], {
      ...this.#options(),
      maxBuffer: 32 * 1024 * 1024,
    });
    return stdout + stderr;
  }

  /** Starts commands that keep running; returns a function that ends them. */
  start(commands: string): () => Promise<void> {
    const child = spawn(
      'bash',
      ['-euc', this.#local(commands).replace(/(\S+\/node )/, 'exec $1')],
      {
        ...this.#options(),
        stdio: 'ignore',
      },
    );
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    return () => {
      child.kill('SIGTERM');
      return ended;
    };
  }

  /** Text that the service has printed. */
  printed(): string {
    return readFileSync(this.serviceLog, 'utf8');
  }

  /** Ends the service, as `systemctl stop` does. */
  async stopService(): Promise<void> {
    await run(this.at('bin/systemctl'), ['stop'], this.#options());
  }

  async close(): Promise<void> {
    if (existsSync(this.at('service.pid'))) await this.stopService();
    if (existsSync(this.at('cluster')))
      await this.#asPostgres('pg_ctl', ['-D', this.at('cluster'), '-m', 'immediate', 'stop']);
  }

  #options(): SpawnOptions & { encoding: 'utf8' } {
    return {
      cwd: this.folder,
      encoding: 'utf8',
      env: {
        PATH: `${this.at('bin')}:${process.env.PATH}`,
        HOME: process.env.HOME,
        npm_config_prefer_offline: 'true',
        npm_config_audit: 'false',
        // How `sudo -u postgres psql` finds this PostgreSQL.
        PGHOST: this.folder,
        PGPORT: String(this.databasePort),
        PGUSER: 'postgres',
      },
    };
  }

  #local(text: string): string {
    return text
      .replaceAll('/opt/jobglass', this.at('opt'))
      .replaceAll('/etc/jobglass.env', this.at('jobglass.env'))
      .replaceAll('/etc/ssl/', `${this.folder}/`)
      .replaceAll('/var/lib/jobglass', this.at('data'))
      .replaceAll('localhost:5432', `localhost:${this.databasePort}`)
      .replaceAll('4000', String(this.port))
      .replaceAll('4001', String(this.secondPort))
      .replaceAll(' -o jobglass', '');
  }

  #writeScripts(): void {
    mkdirSync(this.at('bin'));
    const script = (name: string, lines: string) => {
      writeFileSync(this.at(`bin/${name}`), `#!/bin/bash\n${lines}\n`);
      chmodSync(this.at(`bin/${name}`), 0o755);
    };
    script('sudo', '[ "$1" = -u ] && shift 2; exec "$@"');
    script('useradd', 'exit 0');
    script('systemctl', SYSTEMCTL.replaceAll('@', this.folder));
    script('service', this.#service());
    writeFileSync(this.serviceLog, '');
  }

  /** What systemd does with the unit of README. */
  #service(): string {
    const [unit = ''] = blocksOf('Service', 'ini');
    const value = (name: string) => unit.match(new RegExp(`^${name}=(.*)$`, 'm'))?.[1] ?? '';
    return this.#local(
      [
        `cd ${value('WorkingDirectory')}`,
        `set -a; . ${value('EnvironmentFile')}; set +a`,
        `exec ${value('ExecStart')}`,
      ].join('\n'),
    );
  }

  async #startPostgres(): Promise<void> {
    const cluster = this.at('cluster');
    mkdirSync(cluster);
    if (process.getuid?.() === 0) {
      await run('chown', ['postgres', cluster]);
      chmodSync(this.folder, 0o777);
    }
    const auth = ['--auth-local=trust', '--auth-host=scram-sha-256'];
    await this.#asPostgres('initdb', ['-D', cluster, '-U', 'postgres', ...auth]);
    const settings = `-p ${this.databasePort} -k ${this.folder} -c listen_addresses=localhost`;
    const log = join(cluster, 'log');
    await this.#asPostgres('pg_ctl', ['-D', cluster, '-o', settings, '-l', log, '-w', 'start']);
  }

  async #asPostgres(program: string, args: string[]): Promise<void> {
    const { stdout } = await run('pg_config', ['--bindir']).catch(() => ({ stdout: '' }));
    const folders = [
      stdout.trim(),
      ...execFileSync('bash', ['-c', BINARIES]).toString().split('\n'),
    ];
    const folder = folders.find((each) => each && existsSync(join(each, program)));
    if (!folder)
      throw new Error(
        `This test needs PostgreSQL with its programs (${program}, psql, pg_dump); install it.`,
      );
    const isRoot = process.getuid?.() === 0;
    const id = (kind: string) => Number(execFileSync('id', [kind, 'postgres']).toString());
    await run(join(folder, program), args, {
      cwd: '/var/tmp',
      ...(isRoot && { uid: id('-u'), gid: id('-g') }),
    });
  }
}

const BINARIES = 'ls -d /usr/lib/postgresql/*/bin /usr/pgsql-*/bin 2>/dev/null | sort -rV || true';

const SYSTEMCTL = `
[ "$1" = daemon-reload ] && exit 0
if [ -f @/service.pid ]; then
  kill "$(cat @/service.pid)" || true
  while kill -0 "$(cat @/service.pid)" 2> /dev/null; do sleep 0.1; done
  rm @/service.pid
fi
[ "$1" = stop ] && exit 0
setsid @/bin/service >> @/service.log 2>&1 < /dev/null &
echo $! > @/service.pid`;
