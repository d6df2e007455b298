import { LockMode } from '@mikro-orm/postgresql';
import type { Config } from '../config.js';
import { isUuid } from '../database/live-reader.js';
import type { Unit } from '../database/unit-of-work.js';
import { Client } from '../domain/clients/client.entity.js';
import type { Job } from '../domain/jobs/job.entity.js';
import { tellStaff } from '../domain/quotes/answer-mail.js';
import { giveAnswer } from '../domain/quotes/give-answer.js';
import { Quote } from '../domain/quotes/quote.entity.js';
import { QuoteAnswer } from '../domain/quotes/quote-answer.entity.js';
import type { QuoteAnswerKind } from '../domain/quotes/quote-answer-kind.js';
import { todayOf } from '../domain/quotes/today-of.js';
import { type ClientView, itemIn, keyOf } from '../sharing/client-view.js';
import { digestOf } from '../sharing/shareable.js';
import { notFound, Refusal } from '../visibility/refusals.js';
import { clientAtWork } from './client-at-work.js';

/** What a client says, to which version of which quote. */
export interface ClientsAnswer {
  quoteId: string;
  version: number;
  kind: QuoteAnswerKind;
  name?: string | null;
  message?: string | null;
}

/**
 * A client answers the quote as it stands in its publication. It binds only while the business's own
 * quote is still that version; said twice it counts once. `check` looks at the words, once it is sure
 * that the client is in.
 */
export async function answerQuote(
  unit: Unit,
  config: Config,
  answer: ClientsAnswer,
  check: () => void,
) {
  const { pass, job, view } = await clientAtWork(unit);
  const shown = quoteIn(view, answer.quoteId);
  check();
  const quote = await sameVersion(unit, job, shown, answer.version);
  if (await isSaidAlready(unit, quote, answer)) return { quote, job };
  const today = await todayOf(unit, job.businessId);
  if (!quote.takes(answer.kind, today)) throw notAcceptable();
  const given = giveAnswer(unit, quote, {
    kind: answer.kind,
    name: answer.name?.trim() || null,
    message: answer.message?.trim() || null,
    digest: digestOf(shown),
    client: unit.em.getReference(Client, pass.clientId),
  });
  await tellStaff(unit, config, job, given);
  return { quote, job };
}

/** What the client has of it; what it does not have is not there. */
function quoteIn(view: ClientView, quoteId: string): ClientView {
  const shown = isUuid(quoteId) && itemIn(view, keyOf('QUOTE', quoteId.toLowerCase()));
  if (!shown) throw notFound();
  return shown as ClientView;
}

/** The business's own quote, held, if it is still the version that the client sees and means. */
async function sameVersion(
  { em }: Unit,
  job: Job,
  shown: ClientView,
  version: number,
): Promise<Quote> {
  const quote = await em.findOne(
    Quote,
    { id: shown.id as string, job: job.id, businessId: job.businessId },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  if (!quote || shown.version !== version || quote.version !== version) throw notAcceptable();
  return quote;
}

/** Another request for changes counts anew when it says something else. */
async function isSaidAlready(
  { em }: Unit,
  quote: Quote,
  { kind, message, version }: ClientsAnswer,
): Promise<boolean> {
  const last = await em.findOne(
    QuoteAnswer,
    { quote: quote.id, version, recordedBy: null },
    { orderBy: { id: 'desc' } },
  );
  if (last?.kind !== kind || quote.status !== kind) return false;
  return kind !== 'CHANGES_REQUESTED' || last.message === message?.trim();
}

function notAcceptable(): Refusal {
  return new Refusal('QUOTE_NOT_ACCEPTABLE');
}
