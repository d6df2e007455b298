import { sql } from 'kysely';
import { v7 } from 'uuid';
import type { AnyTables } from '../../database/sql/any-tables.js';
import type { MailTransport, OutgoingMail } from './transport.js';

/** Transport that stores mails in the dev mailbox instead of sending them. */
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
    insert into dev_mailbox (id, idempotency_key, sender, reply_to, recipient, subject, html, text, attachments, sent_at)
    values (${v7()}, ${mail.idempotencyKey}, ${mail.from}, ${mail.replyTo ?? null}, ${mail.to}, ${mail.subject},
      ${mail.html}, ${mail.text}, ${JSON.stringify(mail.attachments ?? [])}::jsonb, now())
    on conflict (idempotency_key) do nothing`.execute(db);
}

async function idOf(db: AnyTables, key: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    select id from dev_mailbox where idempotency_key = ${key}`.execute(db);
  return (rows[0] as { id: string }).id;
}
