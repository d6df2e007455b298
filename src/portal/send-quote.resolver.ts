import { Ctx, ID, Resolver, Root } from 'type-graphql';
import { QuotePayload } from '../domain/quotes/quote.inputs.js';
import { whoMay } from '../domain/staff/capabilities.js';
import type { SharingContext } from '../sharing/sharing-context.js';
import { ArgFor, MutationFor, ResolvedFieldFor } from '../visibility/declare.js';
import { PortalLink } from './portal-link.entity.js';
import { HANDED_OVER } from './send-choice.js';
import { sendQuote } from './send-quote.js';

const writers = whoMay('WRITE_SALES');

/** Sending a quote to its client. */
@Resolver(() => QuotePayload)
export class SendQuoteResolver {
  @MutationFor(
    writers,
    'Sends a draft to its client by mail: with a link where its job is shared, otherwise with the quote itself.',
    () => QuotePayload,
  )
  sendQuote(
    @ArgFor(writers, 'id', 'Which quote.', () => ID) id: string,
    @ArgFor(writers, 'handedOver', HANDED_OVER, () => Boolean, {
      nullable: true,
      defaultValue: false,
    })
    handedOver: boolean | null,
    @Ctx() { change, sharing, config }: SharingContext,
  ) {
    return change((unit) =>
      sendQuote(unit, sharing, config, { id, handedOver: handedOver ?? false }),
    );
  }

  @ResolvedFieldFor(
    writers,
    'The link in the mail; null where the mail carries the quote itself.',
    () => PortalLink,
    { nullable: true },
  )
  portalLink(@Root() { portalLink }: { portalLink?: PortalLink | null }) {
    return portalLink ?? null;
  }
}
