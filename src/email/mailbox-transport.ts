import { sql } from 'kysely';
import { v7 } from 'uuid';
import type { AnyTables } from '../database/any-tables.js';
import type { MailTransport, OutgoingMail } from './transport.js';

/** Delivers into the dev mailbox instead of the world. */
export function mailboxTransport(db: AnyTables): MailTransport {
  return {
    async send(mail) {
      await insert(db, mail);
      return { providerId: await idOf(db, mail.idempotencyKey) };
    },
  };
}

async function insert(db: AnyTables, mail: OutgoingMail): Promise<void> {
  await sql`
    insert into dev_mailbox (id, idempotency_key, recipient, subject, html, text, sent_at)
    values (${v7()}, ${mail.idempotencyKey}, ${mail.to}, ${mail.subject}, ${mail.html}, ${mail.text}, now())
    on conflict (idempotency_key) do nothing`.execute(db);
}

async function idOf(db: AnyTables, key: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    select id from dev_mailbox where idempotency_key = ${key}`.execute(db);
  return (rows[0] as { id: string }).id;
}
