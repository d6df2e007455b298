import { createHmac } from 'node:crypto';
import type pg from 'pg';

type Queries = Pick<pg.ClientBase, 'query'>;

/** The server's secret differs from the database's; the message is a sentence for a person. */
export class WrongSecret extends Error {
  constructor() {
    super(
      'JOBGLASS_SECRET is not the secret that this database was set up with, so the links in this server’s mails would not open. Give every server on one database the same secret. To change it on purpose, stop all servers and run `npm run database rotate-secret` with the new one; links mailed before stop working.',
    );
  }
}

/** Returns the one-way fingerprint of a secret that the database stores for comparison. */
export function fingerprintOf(secret: string): string {
  return createHmac('sha256', secret).update('jobglass secret fingerprint').digest('hex');
}

/**
 * Stores the fingerprint of the secret if there is none, else compares with it.
 *
 * @throws WrongSecret when they differ.
 */
export async function checkSecret(db: Queries, secret: string): Promise<void> {
  const fingerprint = fingerprintOf(secret);
  await db.query(
    'insert into secret_fingerprint (fingerprint) values ($1) on conflict do nothing',
    [fingerprint],
  );
  const { rows } = await db.query('select fingerprint from secret_fingerprint');
  if (rows[0]?.fingerprint !== fingerprint) throw new WrongSecret();
}

/**
 * Replaces the database's secret. Links derived from the old secret are revoked, since anyone who knows it could derive
 * them; queued emails with such a link are not sent. Invitations have to be sent again, set-up links made again. Second
 * factors were encrypted with the old secret: their apps no longer match, their recovery codes still do.
 *
 * @param liveLink SQL condition on `portal_links` of the links to revoke (`domain/portal-links/live-link.ts`).
 * @returns the number of revoked links.
 */
export async function rotateSecret(db: Queries, secret: string, liveLink: string): Promise<number> {
  const fingerprint = fingerprintOf(secret);
  await db.query('begin');
  try {
    await db.query('delete from secret_fingerprint');
    await db.query('insert into secret_fingerprint (fingerprint) values ($1)', [fingerprint]);
    const { rowCount } = await db.query(
      `update portal_links set revoked_at = now() where ${liveLink}`,
    );
    await db.query('delete from setup_links where used_at is null');
    await db.query('delete from staff_links');
    await db.query(
      'update invitations set expires_at = now() where accepted_at is null and expires_at > now()',
    );
    await db.query('commit');
    return rowCount ?? 0;
  } catch (error) {
    await db.query('rollback');
    throw error;
  }
}
