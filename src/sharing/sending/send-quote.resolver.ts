import { GraphQLDate } from 'graphql-scalars';
import { Ctx, ID, Resolver, Root } from 'type-graphql';
import { PortalLink } from '../../domain/portal-links/portal-link.entity.js';
import { QuotePayload } from '../../domain/quotes/quote.inputs.js';
import { dayOf } from '../../domain/quotes/quote-day.js';
import { rolesWith } from '../../visibility/capabilities.js';
import { ArgFor } from '../../visibility/declare/arguments.js';
import { ResolvedFieldFor } from '../../visibility/declare/fields.js';
import { MutationFor } from '../../visibility/declare/operations.js';
import type { SharingContext } from '../sharing-context.js';
import { HANDED_OVER } from './send-choice.js';
import { sendQuote } from './send-quote.js';
import { sendQuoteAgain } from './send-quote-again.js';

const writers = rolesWith('WRITE_SALES');

/** Mutation that sends a quote. */
@Resolver(() => QuotePayload)
export class SendQuoteResolver {
  @MutationFor(
    writers,
    'Emails a draft quote to its client: with a link to it while the Client Portal is on, otherwise with the quote itself.',
    () => QuotePayload,
  )
  sendQuote(
    @ArgFor(writers, 'id', 'Quote ID.', () => ID) id: string,
    @ArgFor(writers, 'handedOver', HANDED_OVER, () => Boolean, {
      nullable: true,
      defaultValue: false,
    })
    handedOver: boolean | null,
    @Ctx() { change, sharing, config }: SharingContext,
  ) {
    const choice = { id, handedOver: handedOver ?? false };
    return change((unit) => sendQuote(unit, sharing, config, choice));
  }

  @MutationFor(
    writers,
    'Sends a quote again with the same content and a new last day, as a new version: one that is waiting, expired, declined or withdrawn.',
    () => QuotePayload,
  )
  sendQuoteAgain(
    @ArgFor(writers, 'id', 'Quote ID.', () => ID) id: string,
    @ArgFor(
      writers,
      'validUntil',
      'New last day for acceptance; null for none; default: by the quote validity of the business.',
      () => GraphQLDate,
      { nullable: true },
    )
    validUntil: Date | null | undefined,
    @ArgFor(writers, 'handedOver', HANDED_OVER, () => Boolean, {
      nullable: true,
      defaultValue: false,
    })
    handedOver: boolean | null,
    @Ctx() { change, sharing, config }: SharingContext,
  ) {
    const lastDay = validUntil === undefined ? undefined : dayOf(validUntil);
    const choice = { id, handedOver: handedOver ?? false, validUntil: lastDay };
    return change((unit) => sendQuoteAgain(unit, sharing, config, choice));
  }

  @ResolvedFieldFor(
    rolesWith('SHARE'),
    'Portal link in the email; null if the email contains the quote itself, or if you may not share.',
    () => PortalLink,
    { nullable: true },
  )
  portalLink(@Root() { portalLink }: { portalLink?: PortalLink | null }) {
    return portalLink ?? null;
  }
}
