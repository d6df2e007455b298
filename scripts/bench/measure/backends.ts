import type pg from 'pg';
import type { ServerName } from '../servers/kinds.js';
import { applicationOf } from '../servers/server-process.js';
import { workOf } from './work-done.js';

/** Microseconds of work of each of a server's connections, by process id. */
export type Backends = Map<number, number>;

/** Looks at PostgreSQL's processes for one server; they are ours to look at only on this machine. */
export async function backendsOf(db: pg.Client, server: ServerName): Promise<Backends | null> {
  const { rows } = await db.query<{ pid: number }>(
    'select pid from pg_stat_activity where application_name = $1 and datname = current_database()',
    [applicationOf(server)],
  );
  const works = rows.map(({ pid }) => [pid, workOf(pid)] as const);
  if (works.some(([, work]) => work === null)) return null;
  return new Map(works as [number, number][]);
}

/** What they have worked in between; a connection opened meanwhile counts from its start. */
export function workBetween(before: Backends | null, after: Backends | null): number | null {
  if (!before || !after) return null;
  return [...after].reduce((sum, [pid, work]) => sum + work - (before.get(pid) ?? 0), 0);
}

const QUIET = 4;
const LOOK_MS = 50;
const PATIENCE = 1_000;
/** What a process may work in between without being at work: it keeps its connections alive. */
const IDLE_MICROS = 20_000;

/** Waits until a server has nothing to do: what was still under way when the load ended ends here. */
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
