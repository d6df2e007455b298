import type { FastifyPluginAsync, FastifyReply } from 'fastify';
import type { AnyTables } from '../../database/sql/any-tables.js';
import { bytesOfAttachment } from '../templates/email-template.js';
import { mailboxPage, mailPage } from './pages.js';
import { readMail, readMails } from './read-mails.js';

type Listing = { Querystring: { to?: string } };
type OneAttachment = { Params: { id: string; at: string } };
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
// Sandboxed to an opaque origin: the content of a mail cannot act on the server's behalf.
const MAIL_POLICY = `default-src 'none'; style-src 'unsafe-inline'; sandbox allow-popups allow-popups-to-escape-sandbox`;

/** Pages that list the mails of the dev mailbox. Their links work, so never register it in production. */
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
      return mail ? page(reply, MAIL_POLICY, mail.html) : reply.callNotFound();
    });
    server.get<OneAttachment>(`${ONE}/attachments/:at(^[0-9]{1,2}$)`, async (request, reply) => {
      const mail = await readMail(db, request.params.id);
      const file = mail?.attachments[Number(request.params.at)];
      if (!file) return reply.callNotFound();
      return reply
        .header('cache-control', 'no-store')
        .header('content-disposition', `attachment; filename="${file.filename}"`)
        .type(file.contentType)
        .send(bytesOfAttachment(file));
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
