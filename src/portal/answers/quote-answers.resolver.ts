import { Ctx, ID, Int, Resolver } from 'type-graphql';
import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import { Business } from '../../domain/business/business.entity.js';
import type { Context } from '../../domain/common/context.js';
import { oneLine, optionalText, text } from '../../domain/common/text.js';
import { invoiceMadeWith } from '../../domain/invoices/deposits/make-with-yes.js';
import { OPTIONAL_LINES, optionalLines } from '../../domain/quotes/choice/quote-total.resolver.js';
import { Quote } from '../../domain/quotes/quote.entity.js';
import type { Sharing } from '../../sharing/sharing.js';
import { clientOnly } from '../../visibility/audience.js';
import { counter } from '../../visibility/bounds.js';
import { ArgFor } from '../../visibility/declare/arguments.js';
import { MutationFor } from '../../visibility/declare/operations.js';
import type { ClientPrincipal } from '../../visibility/principal.js';
import { Refusal } from '../../visibility/refusals.js';
import { isPayableOnline, openPaymentPage } from '../payments/open-payment-page.js';
import { openPortalForWrite } from '../session/open-portal-for-write.js';
import { answerQuote, type ClientAnswer } from './answer-quote.js';
import { DepositChoice } from './deposit-choice.js';
import {
  AcceptQuotePayload,
  DeclineQuotePayload,
  RequestQuoteChangesPayload,
} from './quote-answers.payloads.js';

/** Maximum characters. */
const MAX_NAME_LENGTH = 200;
const MAX_ANSWER_LENGTH = 5000;
const VERSION = 'Version of the quote that is answered.';

type AnswerContext = Context<ClientPrincipal> & { sharing: Sharing };

/** Answers of a client to the quotes on its page. */
@Resolver()
export class QuoteAnswersResolver {
  @MutationFor(
    clientOnly,
    'Accepts the published version of a quote, with the chosen optional lines, and opens a page on which to pay the deposit or all of it. Accepting it again has no effect. An error while that page is opened has `committed`: the quote is accepted.',
    () => AcceptQuotePayload,
  )
  async acceptQuote(
    @ArgFor(clientOnly, 'quoteId', 'Quote ID.', () => ID) quoteId: string,
    @ArgFor(clientOnly, 'version', VERSION, () => Int, { bound: counter }) version: number,
    @ArgFor(clientOnly, 'name', 'Your name, as your signature.', () => String, {
      bound: oneLine(MAX_NAME_LENGTH),
    })
    name: string,
    @ArgFor(clientOnly, 'optionalLineIds', OPTIONAL_LINES, () => [ID], {
      nullable: true,
      bound: optionalLines,
    })
    optionalLineIds: string[] | null,
    @ArgFor(clientOnly, 'pay', 'What to pay now; default: LATER.', () => DepositChoice, {
      nullable: true,
    })
    pay: DepositChoice | null,
    @Ctx() context: AnswerContext,
  ) {
    const answer = { quoteId, version, kind: 'ACCEPTED', name, optionalLineIds, pay } as const;
    const accepted = await answered(context, answer);
    if (pay !== 'DEPOSIT' && pay !== 'ALL') return { ...accepted, checkoutUrl: null };
    try {
      const { payableId } = await context.change((unit) => payableNow(unit, context, answer));
      if (!payableId) return { ...accepted, checkoutUrl: null };
      return { ...accepted, ...(await openPaymentPage(context, payableId, null)) };
    } catch (error) {
      throw afterCommit(error);
    }
  }

  @MutationFor(clientOnly, 'Declines the published version of a quote.', () => DeclineQuotePayload)
  declineQuote(
    @ArgFor(clientOnly, 'quoteId', 'Quote ID.', () => ID) quoteId: string,
    @ArgFor(clientOnly, 'version', VERSION, () => Int, { bound: counter }) version: number,
    @ArgFor(clientOnly, 'reason', 'Reason.', () => String, {
      nullable: true,
      bound: optionalText(MAX_ANSWER_LENGTH),
    })
    reason: string | null,
    @Ctx() context: AnswerContext,
  ) {
    return answered(context, { quoteId, version, kind: 'DECLINED', message: reason });
  }

  @MutationFor(
    clientOnly,
    'Requests changes to a quote. It can still be accepted or declined until there is a new version.',
    () => RequestQuoteChangesPayload,
  )
  async requestQuoteChanges(
    @ArgFor(clientOnly, 'quoteId', 'Quote ID.', () => ID) quoteId: string,
    @ArgFor(clientOnly, 'version', VERSION, () => Int, { bound: counter }) version: number,
    @ArgFor(clientOnly, 'message', 'Requested changes.', () => String, {
      bound: text(MAX_ANSWER_LENGTH),
    })
    message: string,
    @Ctx() context: AnswerContext,
  ) {
    const { limits, principal } = context;
    if (principal.link) await limits.clientWrites.addChangeRequest(principal.link);
    return answered(context, { quoteId, version, kind: 'CHANGES_REQUESTED', message });
  }
}

function answered(context: AnswerContext, answer: ClientAnswer) {
  return context.change(async (unit) => {
    const { job } = await openPortalForWrite(unit);
    const { quote } = await answerQuote(unit, context, answer);
    const invoice = answer.kind === 'ACCEPTED' ? await invoiceMadeWith(unit, quote) : null;
    return { quote, job, invoice };
  });
}

/** ID of the invoice that was made with the acceptance, if the client wants to pay it now and can do so online. */
async function payableNow(
  unit: Unit,
  context: AnswerContext,
  { quoteId, pay }: ClientAnswer,
): Promise<{ payableId: string | null }> {
  const { em } = unit;
  const { shown } = await openPortalForWrite(unit);
  const quote = await em.findOneOrFail(Quote, String(shown('QUOTE', quoteId).id));
  const invoice = await invoiceMadeWith(unit, quote);
  // A client that accepted with another choice before keeps the invoice that was made then.
  if (!invoice || pay !== (invoice.kind === 'DEPOSIT' ? 'DEPOSIT' : 'ALL'))
    return { payableId: null };
  const business = await em.findOneOrFail(Business, invoice.businessId);
  return { payableId: isPayableOnline(invoice, business, context) ? invoice.id : null };
}

/** An error of what follows a committed acceptance. */
function afterCommit(error: unknown): unknown {
  if (error instanceof Refusal) Object.assign(error.extensions, { committed: true });
  return error;
}
