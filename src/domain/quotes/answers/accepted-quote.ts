import { CompiledQuery } from 'kysely';
import type { AnyTables } from '../../../database/sql/any-tables.js';
import type { EmailTemplate } from '../../../email/templates/email-template.js';
import { documentId } from '../../documents/document-id.js';
import { pricedEntries } from '../../money/priced-entries.js';
import { type Totals, totalOf } from '../../money/totals.js';
import type { MailWords } from '../../words/mail-words.js';
import type { QuoteVersionLine } from '../versions/quote-version.entity.js';

/** A quote as it was accepted: the sent version with the lines that were chosen. */
export interface AcceptedQuote extends Totals {
  quoteId: string;
  number: number;
  version: number;
  title: string;
  terms: string | null;
  lines: QuoteVersionLine[];
  /** Digest of the content that was accepted. */
  digest: string;
  /** Name typed by the person who accepted; null when staff recorded it. */
  name: string | null;
  answeredAt: Date;
}

/** The accepted quote of an answer; null if the answer is no acceptance, or its version was not stored. */
export async function acceptedQuote(
  db: AnyTables,
  answerId: string,
): Promise<AcceptedQuote | null> {
  const { rows } = await db.executeQuery<Row>(CompiledQuery.raw(ACCEPTED, [answerId]));
  const [row] = rows;
  if (!row) return null;
  const { chosenLineIds, ...quote } = row;
  const lines = row.lines.filter(
    ({ id, optional }) => !optional || chosenLineIds?.includes(id as string),
  );
  return { ...quote, lines, ...totalOf(lines) };
}

type Row = Omit<AcceptedQuote, keyof Totals> & { chosenLineIds: string[] | null };

const ACCEPTED = `
  select q.id as "quoteId", q.number, v.version, v.title, v.terms, v.lines, a.digest, a.name, a.answered_at as "answeredAt",
    a.chosen_line_ids as "chosenLineIds"
  from quote_answers a
  join quotes q on q.id = a.quote_id
  join quote_versions v on v.quote_id = a.quote_id and v.version = a.version
  where a.id = $1 and a.kind = 'ACCEPTED'`;

/** The part of a mail that holds the accepted quote: for the client and for staff. Its PDF is attached here. */
export function acceptedPart(
  accepted: AcceptedQuote,
  taxName: string,
  words: MailWords,
): Pick<EmailTemplate, 'list' | 'secondList' | 'documents'> {
  const { terms, quoteId: subjectId, version } = accepted;
  const { quotes, common } = words.texts;
  const lines = accepted.lines.map((line) => withGroup(line, words));
  return {
    list: {
      title: quotes.copy.lines,
      entries: pricedEntries({ ...accepted, lines }, taxName, words),
    },
    secondList: terms
      ? { title: common.terms, entries: paragraphsOf(terms).map(words.own) }
      : undefined,
    documents: [documentId({ kind: 'accepted-quote', subjectId, version })],
  };
}

/** A line for a list without groups: "Labour: Electrician". */
export function withGroup<L extends { description: string; groupName?: string | null }>(
  line: L,
  { texts }: MailWords,
): L {
  const { description, groupName } = line;
  return groupName ? { ...line, description: texts.quotes.inGroup(groupName, description) } : line;
}

export function paragraphsOf(text: string): string[] {
  return text.split(/\n+/).filter((paragraph) => paragraph.trim());
}
