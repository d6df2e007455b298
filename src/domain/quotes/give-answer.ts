import type { Rel } from '@mikro-orm/postgresql';
import type { Unit } from '../../database/unit-of-work.js';
import type { Client } from '../clients/client.entity.js';
import type { StaffMember } from '../staff/staff-member.entity.js';
import type { Quote } from './quote.entity.js';
import { QuoteAnswer } from './quote-answer.entity.js';
import type { QuoteAnswerKind } from './quote-answer-kind.js';

/** What is said to a quote, by whom, and of exactly which content. */
export interface Said {
  kind: QuoteAnswerKind;
  digest: string;
  name?: string | null;
  message?: string | null;
  client?: Rel<Client> | null;
  recordedBy?: Rel<StaffMember> | null;
}

/** Lets the quote have its answer and writes it down. Whether it takes one is asked before: `quote.takes`. */
export function giveAnswer({ em, now }: Unit, quote: Quote, said: Said): QuoteAnswer {
  HAVE_IT[said.kind](quote);
  const { businessId, version } = quote;
  return em.create(
    QuoteAnswer,
    { ...said, businessId, quote, version, answeredAt: now },
    { partial: true },
  );
}

const HAVE_IT: Record<QuoteAnswerKind, (quote: Quote) => void> = {
  ACCEPTED: (quote) => quote.accept(),
  DECLINED: (quote) => quote.decline(),
  CHANGES_REQUESTED: (quote) => quote.requestChanges(),
};
