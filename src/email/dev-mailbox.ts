import type { FastifyPluginAsync, FastifyReply } from 'fastify';
import { sql } from 'kysely';
import type { AnyTables } from '../database/any-tables.js';
import { mailboxPage, mailPage } from './dev-mailbox-pages.js';
import { linksIn } from './links.js';

export interface ReadableMail {
  id: string;
  to: string;
  subject: string;
  html: string;
  text: string;
  links: string[];
  sentAt: Date;
}

type Listing = { Querystring: { to?: string } };
type OneMail = { Params: { id: string } };

const filter = {
  schema: {
    querystring: {
      type: 'object',
      properties: { to: { type: 'string', maxLength: 254, pattern: '^[^\\u0000]*$' } },
    },
  },
};
const ONE = '/dev/mailbox/:id(^[0-9a-f-]{36}$)';
const PAGE_POLICY = `default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; form-action 'self'`;
// The letter has an origin of its own: whatever stands in it cannot act on the server's behalf.
const LETTER_POLICY = `default-src 'none'; style-src 'unsafe-inline'; sandbox allow-popups allow-popups-to-escape-sandbox`;

/** Shows every mail that would have been sent. Its links work, so never register it in production. */
export function devMailbox({ db }: { db: AnyTables }): FastifyPluginAsync {
  return async (server) => {
    server.get<Listing>('/dev/mailbox.json', filter, async (request, reply) => {
      reply.header('cache-control', 'no-store');
      return readMails(db, request.query.to);
    });
    server.get<Listing>('/dev/mailbox', filter, async (request, reply) => {
      const { to } = request.query;
      return page(reply, PAGE_POLICY, mailboxPage(await readMails(db, to), to));
    });
    server.get<OneMail>(ONE, async (request, reply) => {
      const mail = await readMail(db, request.params.id);
      return mail ? page(reply, PAGE_POLICY, mailPage(mail)) : reply.callNotFound();
    });
    server.get<OneMail>(`${ONE}/letter`, async (request, reply) => {
      const mail = await readMail(db, request.params.id);
      return mail ? page(reply, LETTER_POLICY, mail.html) : reply.callNotFound();
    });
  };
}

function page(reply: FastifyReply, policy: string, html: string) {
  return reply
    .header('content-security-policy', policy)
    .header('cache-control', 'no-store')
    .header('referrer-policy', 'no-referrer')
    .type('text/html; charset=utf-8')
    .send(html);
}

async function readMails(db: AnyTables, to = ''): Promise<ReadableMail[]> {
  const { rows } = await sql<MailboxRow>`
    select * from dev_mailbox where ${to} = '' or lower(recipient) = lower(${to})
    order by sent_at desc, id desc limit 200`.execute(db);
  return rows.map(readable);
}

async function readMail(db: AnyTables, id: string): Promise<ReadableMail | undefined> {
  const { rows } = await sql<MailboxRow>`
    select * from dev_mailbox where id::text = ${id}`.execute(db);
  return rows[0] && readable(rows[0]);
}

interface MailboxRow {
  id: string;
  recipient: string;
  subject: string;
  html: string;
  text: string;
  sent_at: string | Date;
}

function readable({ id, recipient, subject, html, text, sent_at }: MailboxRow): ReadableMail {
  const sentAt = new Date(sent_at);
  return {
    id,
    to: recipient,
    subject,
    html,
    text,
    links: linksIn(text),
    sentAt,
  };
}
