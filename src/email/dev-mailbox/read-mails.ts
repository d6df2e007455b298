import { sql } from 'kysely';
import type { AnyTables } from '../../database/sql/any-tables.js';
import type { EmailAttachment } from '../templates/email-template.js';
import { linksIn } from '../templates/links.js';

/** A mail of the dev mailbox, with the web addresses in its text. */
export interface ReadableMail {
  id: string;
  /** Name and address of the sender. */
  from: string;
  replyTo: string | null;
  to: string;
  subject: string;
  html: string;
  text: string;
  links: string[];
  attachments: EmailAttachment[];
  sentAt: Date;
}

const MAX_MAILS = 200;

/** The newest mails, at most 200; `to` limits them to one recipient. */
export async function readMails(db: AnyTables, to = ''): Promise<ReadableMail[]> {
  const { rows } = await sql<MailboxRow>`
    select * from dev_mailbox where ${to} = '' or lower(recipient) = lower(${to})
    order by sent_at desc, id desc limit ${MAX_MAILS}`.execute(db);
  return rows.map(readable);
}

/** One mail; undefined when there is none with this ID. */
export async function readMail(db: AnyTables, id: string): Promise<ReadableMail | undefined> {
  const { rows } = await sql<MailboxRow>`
    select * from dev_mailbox where id::text = ${id}`.execute(db);
  return rows[0] && readable(rows[0]);
}

interface MailboxRow {
  id: string;
  sender: string;
  reply_to: string | null;
  recipient: string;
  subject: string;
  html: string;
  text: string;
  attachments: EmailAttachment[];
  sent_at: string | Date;
}

function readable(row: MailboxRow): ReadableMail {
  const { id, recipient, subject, html, text, attachments } = row;
  return {
    id,
    from: row.sender,
    replyTo: row.reply_to,
    to: recipient,
    subject,
    html,
    text,
    links: linksIn(text),
    attachments,
    sentAt: new Date(row.sent_at),
  };
}
