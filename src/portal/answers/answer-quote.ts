import { LockMode } from '@mikro-orm/postgresql';
import type { Config } from '../../config/config.js';
import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import { todayOf } from '../../domain/business/today-of.js';
import { notifyStaffOfAnswer } from '../../domain/quotes/answers/answer-mail.js';
import { giveAnswer } from '../../domain/quotes/answers/give-answer.js';
import { QuoteAnswer } from '../../domain/quotes/answers/quote-answer.entity.js';
import type { QuoteAnswerKind } from '../../domain/quotes/answers/quote-answer-kind.js';
import { type ChoosableLine, chooseLines } from '../../domain/quotes/choice/choose-lines.js';
import { Quote } from '../../domain/quotes/quote.entity.js';
import { digestOf } from '../../shareable/shareable.js';
import type { Sharing } from '../../sharing/sharing.js';
import type { ClientView } from '../../sharing/state/client-view.js';
import { Refusal } from '../../visibility/refusals.js';
import { openPortalForWrite, type PortalForWrite } from '../session/open-portal-for-write.js';
import { confirmAcceptance } from './charge-with-yes.js';
import type { DepositChoice } from './deposit-choice.js';

/** Answer of a client to one version of a quote. */
export interface ClientAnswer {
  quoteId: string;
  version: number;
  kind: QuoteAnswerKind;
  name?: string | null;
  message?: string | null;
  /** IDs of the optional lines that are taken with an acceptance. */
  optionalLineIds?: string[] | null;
  /** What is paid with an acceptance; null like LATER. */
  pay?: DepositChoice | null;
}

/**
 * Records a client's answer to the published version of a quote and notifies staff. With an acceptance, a deposit is charged. A repeated answer has no effect.
 *
 * @throws NOT_FOUND if the client's view has no such quote; QUOTE_NOT_ACCEPTABLE if the quote has changed since it was
 * published or no longer accepts this answer; VALIDATION_FAILED if a chosen line is no optional line of it.
 */
export async function answerQuote(
  unit: Unit,
  { config, sharing }: { config: Config; sharing: Sharing },
  answer: ClientAnswer,
) {
  const portal = await openPortalForWrite(unit);
  const { client, job } = portal;
  const shown = portal.shown('QUOTE', answer.quoteId);
  const quote = await lockVersion(unit, portal, shown, answer.version);
  if (await isRepeated(unit, quote, answer)) return { quote, job };
  const today = await todayOf(unit, quote.businessId);
  if (!quote.takes(answer.kind, today)) throw notAcceptable();
  const isAcceptance = answer.kind === 'ACCEPTED';
  const given = giveAnswer(unit, quote, {
    ...(isAcceptance && {
      chosenLineIds: await chooseLines(
        unit,
        quote,
        answer.optionalLineIds ?? [],
        shown.lines as unknown as ChoosableLine[],
      ),
    }),
    kind: answer.kind,
    name: answer.name?.trim() || null,
    message: answer.message?.trim() || null,
    digest: digestOf(shown),
    client,
  });
  if (isAcceptance) {
    const { link } = portal;
    await confirmAcceptance(unit, sharing, given, { client, link, pay: answer.pay ?? null });
  }
  await notifyStaffOfAnswer(unit, config, quote.job, given);
  return { quote, job };
}

/** Locks the live quote, if it still has the version that the client sees and answers. */
async function lockVersion(
  { em }: Unit,
  { job, session }: PortalForWrite,
  shown: ClientView,
  version: number,
): Promise<Quote> {
  const quote = await em.findOne(
    Quote,
    { id: shown.id as string, businessId: session.businessId, ...(job && { job: job.id }) },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  if (!quote || shown.version !== version || quote.version !== version) throw notAcceptable();
  return quote;
}

/** Whether this answer repeats the last one. A request for changes with another text is a new answer, and so is another choice. */
async function isRepeated(
  { em }: Unit,
  quote: Quote,
  { kind, message, version, optionalLineIds }: ClientAnswer,
): Promise<boolean> {
  const last = await em.findOne(
    QuoteAnswer,
    { quote: quote.id, version, recordedBy: null, undoneAt: null },
    { orderBy: { id: 'desc' } },
  );
  if (last?.kind !== kind || quote.status !== kind) return false;
  if (kind === 'ACCEPTED') return isSameChoice(last.chosenLineIds ?? [], optionalLineIds);
  return kind !== 'CHANGES_REQUESTED' || last.message === message?.trim();
}

function isSameChoice(before: string[], now: string[] | null | undefined): boolean {
  return !now || (now.length === before.length && now.every((id) => before.includes(id)));
}

function notAcceptable(): Refusal {
  return new Refusal('QUOTE_NOT_ACCEPTABLE');
}
