import { CompiledQuery } from 'kysely';
import { defineEmail } from '../../../email/outbox/email-kinds.js';
import type { EmailTemplate } from '../../../email/templates/email-template.js';
import { setupUrl } from './setup-url.js';

/** Email kind: the set-up link of somebody who asked to register. */
export const REGISTRATION_MAIL = 'REGISTRATION';

interface LinkRow {
  isKnown: boolean;
}

defineEmail(REGISTRATION_MAIL, async (db, { data, recipient }, { publicUrl, setupToken, now }) => {
  const id = String(data.setupLinkId);
  const { rows } = await db.executeQuery<LinkRow>(
    CompiledQuery.raw(QUERY, [id, recipient, now().toISOString()]),
  );
  const row = rows[0];
  if (!row) return { cancel: 'The link was used or expired before the mail went out.' };
  return row.isKnown ? knownTemplate(publicUrl) : linkTemplate(setupUrl(publicUrl, setupToken(id)));
});

const QUERY = `
  select exists (select from staff_members m where m.email = $2 and m.removed_at is null and m.password_hash is not null) as "isKnown"
  from setup_links l where l.id = $1 and l.used_at is null and l.expires_at > $3`;

const FOOTER =
  'You get this mail because somebody gave this address to begin a business. If it was not you, ignore it.';

function linkTemplate(url: string): EmailTemplate {
  return {
    subject: 'Set up your business',
    fromName: 'Jobglass',
    heading: 'Set up your business',
    paragraphs: [
      'Open this link to set up your business and to choose your password.',
      'It works once, for 24 hours.',
    ],
    button: { label: 'Set up the business', url },
    footer: FOOTER,
  };
}

function knownTemplate(publicUrl: string): EmailTemplate {
  return {
    subject: 'You have an account already',
    fromName: 'Jobglass',
    heading: 'You have an account already',
    paragraphs: [
      'You asked to set up a business, and this address signs in to one already.',
      'Sign in with it, or ask again with another address for another business.',
    ],
    button: { label: 'Sign in', url: `${publicUrl}/console` },
    footer: FOOTER,
  };
}
