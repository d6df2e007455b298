import type pg from 'pg';
import type { ServerName } from '../servers/kinds.js';
import { applicationOf } from '../servers/server-process.js';
import { workOf } from './work-done.js';

/** Microseconds of CPU time of each of a server's connections, by process id. */
export type Backends = Map<number, number>;

/** Reads the CPU times of PostgreSQL's processes for one server; possible only on the same machine. */
export async function backendsOf(db: pg.Client, server: ServerName): Promise<Backends | null> {
  const { rows } = await db.query<{ pid: number }>(
    'select pid from pg_stat_activity where application_name = $1 and datname = current_database()',
    [applicationOf(server)],
  );
  const works = rows.map(({ pid }) => [pid, workOf(pid)] as const);
  if (works.some(([, work]) => work === null)) return null;
  return new Map(works as [number, number][]);
}

/** Returns the CPU time between two readings; a new connection counts from its start. */
export function workBetween(before: Backends | null, after: Backends | null): number | null {
  if (!before || !after) return null;
  return [...after].reduce((sum, [pid, work]) => sum + work - (before.get(pid) ?? 0), 0);
}

const QUIET = 4;
const LOOK_MS = 50;
const PATIENCE = 1_000;
/** CPU time of an idle process between two readings, which keeps its connections alive. */
const IDLE_MICROS = 20_000;

/** Waits until a server is idle, so that work in progress at the end of the load is finished. */
export async function settled(db: pg.Client, server: ServerName, pid: number): Promise<void> {
  let quiet = 0;
  let before = workOf(pid) ?? 0;
  for (let looks = 0; looks < PATIENCE && quiet < QUIET; looks += 1) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    const { rows } = await db.query(
      "select count(*)::int as busy from pg_stat_activity where application_name = $1 and datname = current_database() and state <> 'idle'",
      [applicationOf(server)],
    );
    const now = workOf(pid) ?? 0;
    quiet = rows[0].busy === 0 && now - before <= IDLE_MICROS ? quiet + 1 : 0;
    before = now;
  }
}
