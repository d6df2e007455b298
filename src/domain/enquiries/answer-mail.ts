import { CompiledQuery } from 'kysely';
import { defineEmail } from '../../email/email-kinds.js';
import type { Letter } from '../../email/letter.js';

/** The mails to whoever asked: a reply, and that the business will not do it. */
export const ENQUIRY_REPLY = 'ENQUIRY_REPLY';
export const ENQUIRY_DECLINED = 'ENQUIRY_DECLINED';

interface Facts {
  businessName: string;
  businessEmail: string | null;
  businessPhone: string | null;
  enquirer: string;
  words: string;
}

defineEmail(ENQUIRY_REPLY, async (db, { data }) => {
  const { rows } = await db.executeQuery<Facts>(CompiledQuery.raw(REPLY, [data.replyId]));
  const facts = rows[0];
  if (!facts) return { cancel: 'The reply is gone.' };
  return letterOf(facts, `${facts.businessName} has answered your enquiry`, facts.words);
});

defineEmail(ENQUIRY_DECLINED, async (db, { data }) => {
  const { rows } = await db.executeQuery<Facts>(CompiledQuery.raw(DECLINED, [data.enquiryId]));
  const facts = rows[0];
  if (!facts) return { cancel: 'The enquiry is no longer declined.' };
  return letterOf(
    facts,
    'About your enquiry',
    'Thank you for asking us. We are sorry, we cannot take this on:',
    facts.words,
  );
});

// What they asked is not repeated: anybody's address can be typed into the form, and whatever was typed
// beside it would reach that address in our name.
function letterOf(facts: Facts, heading: string, words: string, quote?: string): Letter {
  const { businessName, businessEmail, businessPhone } = facts;
  const call = businessPhone ? ` Questions? Call ${businessPhone}.` : '';
  return {
    subject: `${businessName}: your enquiry`,
    fromName: businessName,
    replyTo: businessEmail ?? undefined,
    heading,
    paragraphs: [`Hello ${facts.enquirer},`, words],
    quote,
    footer: `You get this mail because this address was left on the enquiry form of ${businessName}.${call}`,
  };
}

const FACE = `b.name as "businessName", b.email as "businessEmail", b.phone as "businessPhone", e.name as enquirer`;

const REPLY = `
  select ${FACE}, r.body as words
  from enquiry_replies r
  join enquiries e on e.id = r.enquiry_id
  join businesses b on b.id = r.business_id
  where r.id = $1`;

const DECLINED = `
  select ${FACE}, e.decline_reason as words
  from enquiries e
  join businesses b on b.id = e.business_id
  where e.id = $1 and e.status = 'DECLINED' and e.decline_reason is not null`;
