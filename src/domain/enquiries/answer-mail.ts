import { CompiledQuery } from 'kysely';
import { defineEmail } from '../../email/outbox/email-kinds.js';
import type { EmailTemplate } from '../../email/templates/email-template.js';
import { type BusinessPhone, questionsSentence } from '../business/how-to-reach.js';

/** Email kinds to the sender of an enquiry: a reply, and a declined enquiry. */
export const ENQUIRY_REPLY = 'ENQUIRY_REPLY';
export const ENQUIRY_DECLINED = 'ENQUIRY_DECLINED';

interface EnquiryAnswerRow extends BusinessPhone {
  businessName: string;
  businessEmail: string | null;
  enquirer: string;
  words: string;
}

defineEmail(ENQUIRY_REPLY, async (db, { data }) => {
  const { rows } = await db.executeQuery<EnquiryAnswerRow>(
    CompiledQuery.raw(REPLY, [data.replyId]),
  );
  const row = rows[0];
  if (!row) return { cancel: 'The reply is gone.' };
  return answerTemplate(row, `${row.businessName} has answered your enquiry`, row.words);
});

defineEmail(ENQUIRY_DECLINED, async (db, { data }) => {
  const { rows } = await db.executeQuery<EnquiryAnswerRow>(
    CompiledQuery.raw(DECLINED, [data.enquiryId]),
  );
  const row = rows[0];
  if (!row) return { cancel: 'The enquiry is no longer declined.' };
  return answerTemplate(
    row,
    'About your enquiry',
    'Thank you for asking us. We are sorry, we cannot take this on:',
    row.words,
  );
});

// The enquiry itself is not quoted: anyone's address can be typed into the form, and the text beside it would
// reach that address in the name of the business.
function answerTemplate(
  row: EnquiryAnswerRow,
  heading: string,
  words: string,
  quote?: string,
): EmailTemplate {
  const { businessName, businessEmail } = row;
  const call = questionsSentence(row);
  return {
    subject: `${businessName}: your enquiry`,
    fromName: businessName,
    replyTo: businessEmail ?? undefined,
    heading,
    paragraphs: [`Hello ${row.enquirer},`, words],
    quote,
    footer: `You get this mail because this address was left on the enquiry form of ${businessName}.${call}`,
  };
}

const FACE = `b.name as "businessName", b.email as "businessEmail", b.phone as "businessPhone", b.country as "businessCountry", e.phone as "readerPhone", e.name as enquirer`;

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
