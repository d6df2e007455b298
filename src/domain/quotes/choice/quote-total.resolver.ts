import { Ctx, ID, Int, ObjectType, Resolver } from 'type-graphql';
import { andClient, staffAndClient } from '../../../visibility/audience.js';
import { counter, entityId, listOf } from '../../../visibility/bounds.js';
import { rolesWith } from '../../../visibility/capabilities.js';
import { ArgFor } from '../../../visibility/declare/arguments.js';
import { FieldFor } from '../../../visibility/declare/fields.js';
import { QueryFor } from '../../../visibility/declare/operations.js';
import { conflict, notFound, Refusal } from '../../../visibility/refusals.js';
import type { Context } from '../../common/context.js';
import { depositOf } from '../deposit/deposit-terms.js';
import { Quote } from '../quote.entity.js';
import { QuoteLine } from '../quote-line.entity.js';
import { type ChoosableLine, totalsWith } from './choose-lines.js';

const askers = andClient(rolesWith('WRITE_SALES'));

/** Bound of a list of optional lines: at most as many as a quote has lines. */
export const optionalLines = listOf(200, entityId, 'Send at most 200 lines.');
export const OPTIONAL_LINES = 'IDs of the optional lines that are taken; default: none.';

@ObjectType({ description: 'Totals of a quote with a choice of its optional lines.' })
class QuoteTotal {
  @FieldFor(staffAndClient, 'Total before tax, in cents.', () => Int)
  netCents!: number;

  @FieldFor(staffAndClient, 'Tax, in cents.', () => Int)
  taxCents!: number;

  @FieldFor(staffAndClient, 'Total including tax, in cents.', () => Int)
  totalCents!: number;

  @FieldFor(
    staffAndClient,
    'Deposit on this total, including tax, in cents; 0 if none is asked for.',
    () => Int,
  )
  depositDueCents!: number;
}

/** What a choice of optional lines costs, as the acceptance would bind it. */
@Resolver()
export class QuoteTotalResolver {
  @QueryFor(
    askers,
    'Totals of a quote if these optional lines are taken. A client asks for the published quote.',
    () => QuoteTotal,
  )
  async quoteTotal(
    @ArgFor(askers, 'quoteId', 'Quote ID.', () => ID) quoteId: string,
    @ArgFor(askers, 'version', 'Version of the quote.', () => Int, { bound: counter })
    version: number,
    @ArgFor(askers, 'optionalLineIds', OPTIONAL_LINES, () => [ID], {
      nullable: true,
      bound: optionalLines,
    })
    optionalLineIds: string[] | null,
    @Ctx() { reader, principal }: Context,
  ): Promise<QuoteTotal> {
    const quote = await reader.find(Quote, quoteId);
    if (!quote) throw notFound();
    if (quote.version !== version)
      throw principal.kind === 'CLIENT'
        ? new Refusal('QUOTE_NOT_ACCEPTABLE')
        : conflict('The quote has another version now; look at it again.');
    // A published quote has its lines; one published before lines could be optional has none of those.
    const published = (quote as { lines?: ChoosableLine[] }).lines;
    const lines = published ?? (await reader.children(QuoteLine, 'quote', quote.id));
    const totals = totalsWith(lines as ChoosableLine[], optionalLineIds ?? []);
    // A quote published before there were deposits asks for none.
    const { depositPercent = null, depositCents = null } = quote;
    const depositDueCents = depositOf({ depositPercent, depositCents }, totals.totalCents);
    return { ...totals, depositDueCents };
  }
}
