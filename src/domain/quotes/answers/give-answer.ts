import type { Rel } from '@mikro-orm/postgresql';
import type { Unit } from '../../../database/unit-of-work/unit-of-work.js';
import type { Client } from '../../clients/client.entity.js';
import type { StaffMember } from '../../staff/staff-member.entity.js';
import type { Quote } from '../quote.entity.js';
import { QuoteAnswer } from './quote-answer.entity.js';
import type { QuoteAnswerKind } from './quote-answer-kind.js';

/** An answer to a quote, with the digest of the content that it refers to. */
export interface AnswerGiven {
  kind: QuoteAnswerKind;
  digest: string;
  name?: string | null;
  message?: string | null;
  /** IDs of the optional lines taken; of an acceptance. */
  chosenLineIds?: string[];
  client?: Rel<Client> | null;
  recordedBy?: Rel<StaffMember> | null;
}

/** Sets the status of the quote and stores the answer. The caller checks `quote.takes` first. */
export function giveAnswer({ em, now }: Unit, quote: Quote, answer: AnswerGiven): QuoteAnswer {
  const { kind, name = null, message = null } = answer;
  quote.answerWith(kind, { name, message }, now);
  const { businessId, version } = quote;
  return em.create(
    QuoteAnswer,
    {
      ...answer,
      businessId,
      quote,
      version,
      answeredAt: now,
      totalCents: kind === 'ACCEPTED' ? quote.totalCents : null,
    },
    { partial: true },
  );
}
