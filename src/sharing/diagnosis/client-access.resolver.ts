import { Ctx, Resolver, Root } from 'type-graphql';
import { type Lookup, preloaded } from '../../database/reader/reader.js';
import type { Context, Rooted } from '../../domain/common/context.js';
import { Invoice } from '../../domain/invoices/invoice.entity.js';
import { Quote } from '../../domain/quotes/quote.entity.js';
import type { ShareItemKind } from '../../shareable/shareable.js';
import { rolesWith } from '../../visibility/capabilities.js';
import { ResolvedFieldFor } from '../../visibility/declare/fields.js';
import { type ClientAccess, invoiceAccess, quoteAccess, whyHidden } from './client-access.js';

const VISIBLE =
  'Whether the client can see it now through a link, in its current or an earlier version.';
const HIDDEN =
  'Reason why the client cannot see it through a link, and what to do; null if it can.';

type RootedItem = Rooted<{ id: string }>;

/** Whether the client can see an invoice through a portal link. */
@Resolver(() => Invoice)
export class InvoiceAccessResolver {
  @ResolvedFieldFor(rolesWith('READ_INVOICES'), VISIBLE, () => Boolean, {
    nullable: true,
    columns: [],
  })
  visibleToClient(@Root() invoice: RootedItem, @Ctx() context: Context) {
    return isVisible('INVOICE', invoiceAccess, invoice, context);
  }

  @ResolvedFieldFor(rolesWith('READ_INVOICES'), HIDDEN, () => String, {
    nullable: true,
    columns: [],
  })
  hiddenReason(@Root() invoice: RootedItem, @Ctx() context: Context) {
    return reason('INVOICE', invoiceAccess, invoice, context);
  }
}

/** Whether the client can see a quote through a portal link. */
@Resolver(() => Quote)
export class QuoteAccessResolver {
  @ResolvedFieldFor(rolesWith('SEE_QUOTES'), VISIBLE, () => Boolean, {
    nullable: true,
    columns: [],
  })
  visibleToClient(@Root() quote: RootedItem, @Ctx() context: Context) {
    return isVisible('QUOTE', quoteAccess, quote, context);
  }

  @ResolvedFieldFor(rolesWith('SEE_QUOTES'), HIDDEN, () => String, { nullable: true, columns: [] })
  hiddenReason(@Root() quote: RootedItem, @Ctx() context: Context) {
    return reason('QUOTE', quoteAccess, quote, context);
  }
}

function isVisible(
  kind: ShareItemKind,
  lookup: Lookup<ClientAccess>,
  { id, visibleToClient }: RootedItem,
  { now, reader }: Context,
) {
  return preloaded(visibleToClient, async () => {
    const access = await reader.lookup(lookup, id);
    return access && whyHidden(kind, access, now) === null;
  });
}

function reason(
  kind: ShareItemKind,
  lookup: Lookup<ClientAccess>,
  { id, hiddenReason }: RootedItem,
  { now, reader }: Context,
) {
  return preloaded(hiddenReason, async () => {
    const access = await reader.lookup(lookup, id);
    return access && whyHidden(kind, access, now);
  });
}
