import { createHmac } from 'node:crypto';
import type pg from 'pg';

type Queries = Pick<pg.ClientBase, 'query'>;

/** The server's secret is not the database's; the message is a sentence for a person. */
export class WrongSecret extends Error {
  constructor() {
    super(
      'JOBGLASS_SECRET is not the secret that this database was set up with, so the links in this server’s mails would not open. Give every server on one database the same secret. To change it on purpose, stop all servers and run `npm run database rotate-secret` with the new one; links mailed before stop working.',
    );
  }
}

/** What the database keeps of the secret: enough to compare, nothing to work it out from. */
export function fingerprintOf(secret: string): string {
  return createHmac('sha256', secret).update('jobglass secret fingerprint').digest('hex');
}

/**
 * Keeps the fingerprint of the first server's secret, and compares every later one with it.
 *
 * @throws WrongSecret when they differ.
 */
export async function proveSecret(db: Queries, secret: string): Promise<void> {
  const fingerprint = fingerprintOf(secret);
  await db.query(
    'insert into secret_fingerprint (fingerprint) values ($1) on conflict do nothing',
    [fingerprint],
  );
  const { rows } = await db.query('select fingerprint from secret_fingerprint');
  if (rows[0]?.fingerprint !== fingerprint) throw new WrongSecret();
}

/**
 * Makes this the database's secret. Whoever knows the old one could work out every link, so links that
 * were made with it stop working; mails that still wait with such a link are not sent.
 *
 * @returns how many links were revoked.
 */
export async function rotateSecret(db: Queries, secret: string): Promise<number> {
  const fingerprint = fingerprintOf(secret);
  await db.query('begin');
  try {
    await db.query('delete from secret_fingerprint');
    await db.query('insert into secret_fingerprint (fingerprint) values ($1)', [fingerprint]);
    const { rowCount } = await db.query(
      'update portal_links set revoked_at = now() where revoked_at is null and expires_at > now()',
    );
    await db.query('commit');
    return rowCount ?? 0;
  } catch (error) {
    await db.query('rollback');
    throw error;
  }
}
