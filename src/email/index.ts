import { MailboxMail } from './dev-mailbox/mailbox-mail.entity.js';
import { OutgoingEmail } from './outbox/outgoing-email.entity.js';

export const email = {
  entities: [OutgoingEmail, MailboxMail],
  resolvers: [],
};
