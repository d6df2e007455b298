import { CompiledQuery } from 'kysely';
import { type BusinessPhone, footerWords } from '../../domain/business/how-to-reach.js';
import { linkUrl } from '../../domain/portal-links/link-url.js';
import { languageWords, type MailReader } from '../../domain/words/mail-words.js';
import { defineEmail } from '../../email/outbox/email-kinds.js';
import type { EmailTemplate } from '../../email/templates/email-template.js';
import { PAGE_OF_LINK } from '../session/portal-session.js';

/** Kind of the email with a new link, which a client asked for whose link had expired. */
export const NEW_LINK_MAIL = 'NEW_LINK';

interface NewLinkRow extends BusinessPhone, MailReader {
  portalEnabled: boolean;
  businessName: string;
  businessEmail: string | null;
  clientName: string;
  clientEmail: string | null;
  title: string;
}

defineEmail(NEW_LINK_MAIL, async (db, email, services) => {
  const linkId = String(email.data.linkId);
  const { rows } = await db.executeQuery<NewLinkRow>(
    CompiledQuery.raw(PAGE_OF_LINK, [linkId, services.now().toISOString()]),
  );
  const row = rows[0];
  if (!row) return { cancel: 'The link stopped working before the mail went out.' };
  if (row.clientEmail !== email.recipient)
    return { cancel: "The client's address changed before the mail went out." };
  if (!row.portalEnabled)
    return { wait: 'The Client Portal is off; the mail goes out when it is on again.' };
  return templateOf(row, linkUrl(services, linkId));
});

function templateOf(row: NewLinkRow, url: string): EmailTemplate {
  const { businessName, businessEmail, clientName, title } = row;
  const { texts, envelope } = languageWords(row.language);
  const { common, newLink } = texts;
  return {
    ...envelope,
    subject: newLink.subject(businessName, title),
    fromName: businessName,
    replyTo: businessEmail ?? undefined,
    heading: newLink.heading(title),
    paragraphs: [common.hello(clientName), newLink.asked(title), newLink.notYou],
    button: { label: newLink.open, url },
    footer: footerWords(common.whyClient(businessName), row, texts, true),
  };
}
