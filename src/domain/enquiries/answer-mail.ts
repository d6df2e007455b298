import { CompiledQuery } from 'kysely';
import { defineEmail } from '../../email/outbox/email-kinds.js';
import type { EmailTemplate } from '../../email/templates/email-template.js';
import { type BusinessPhone, footerWords } from '../business/how-to-reach.js';
import { languageWords, type MailReader } from '../words/mail-words.js';

/** Email kinds to the sender of an enquiry: a reply, and a declined enquiry. */
export const ENQUIRY_REPLY = 'ENQUIRY_REPLY';
export const ENQUIRY_DECLINED = 'ENQUIRY_DECLINED';

interface EnquiryAnswerRow extends BusinessPhone, MailReader {
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
  const { texts } = languageWords(row.language);
  return {
    ...answerTemplate(row, texts.enquiries.answered(row.businessName)),
    ownWords: row.words,
  };
});

defineEmail(ENQUIRY_DECLINED, async (db, { data }) => {
  const { rows } = await db.executeQuery<EnquiryAnswerRow>(
    CompiledQuery.raw(DECLINED, [data.enquiryId]),
  );
  const row = rows[0];
  if (!row) return { cancel: 'The enquiry is no longer declined.' };
  const { declined, sorry } = languageWords(row.language).texts.enquiries;
  return { ...answerTemplate(row, declined, sorry), quote: row.words };
});

// The enquiry itself is not quoted: anyone's address can be typed into the form, and the text beside it would
// reach that address in the name of the business.
function answerTemplate(
  row: EnquiryAnswerRow,
  heading: string,
  ...sentences: string[]
): EmailTemplate {
  const { businessName, businessEmail } = row;
  const { texts, envelope } = languageWords(row.language);
  const { common, enquiries } = texts;
  return {
    ...envelope,
    subject: enquiries.subject(businessName),
    fromName: businessName,
    replyTo: businessEmail ?? undefined,
    heading,
    paragraphs: [common.hello(row.enquirer), ...sentences],
    footer: footerWords(enquiries.why(businessName), row, texts, false),
  };
}

const FACE = `b.name as "businessName", b.email as "businessEmail", b.phone as "businessPhone", b.country as "businessCountry", e.phone as "readerPhone", e.name as enquirer,
  (select c.language from clients c where c.business_id = e.business_id and c.archived_at is null
    and (c.id = e.client_id or lower(c.email) = lower(e.email)) order by c.id = e.client_id desc nulls last, c.id desc limit 1) as language`;

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
