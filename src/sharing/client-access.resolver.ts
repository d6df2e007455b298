import { Ctx, Resolver, Root } from 'type-graphql';
import { brought, type Lookup } from '../database/reader.js';
import type { Context, Rooted } from '../domain/context.js';
import { Invoice } from '../domain/invoices/invoice.entity.js';
import { Quote } from '../domain/quotes/quote.entity.js';
import { whoMay } from '../domain/staff/capabilities.js';
import { ResolvedFieldFor } from '../visibility/declare.js';
import { type ClientAccess, invoiceAccess, quoteAccess, whyHidden } from './client-access.js';
import type { ShareItemKind } from './shareable.js';

const VISIBLE =
  'Whether the client can read it right now through a link, if perhaps an older version.';
const HIDDEN = 'Why the client cannot read it through a link, and what to do; null when it can.';

type RootedItem = Rooted<{ id: string }>;

/** Whether the client can open an invoice, by what its links really show. */
@Resolver(() => Invoice)
export class InvoiceAccessResolver {
  @ResolvedFieldFor(whoMay('READ_INVOICES'), VISIBLE, () => Boolean, { nullable: true, needs: [] })
  visibleToClient(@Root() invoice: RootedItem, @Ctx() context: Context) {
    return isVisible('INVOICE', invoiceAccess, invoice, context);
  }

  @ResolvedFieldFor(whoMay('READ_INVOICES'), HIDDEN, () => String, { nullable: true, needs: [] })
  hiddenReason(@Root() invoice: RootedItem, @Ctx() context: Context) {
    return reason('INVOICE', invoiceAccess, invoice, context);
  }
}

/** Whether the client can open a quote, likewise. */
@Resolver(() => Quote)
export class QuoteAccessResolver {
  @ResolvedFieldFor(whoMay('SEE_QUOTES'), VISIBLE, () => Boolean, { nullable: true, needs: [] })
  visibleToClient(@Root() quote: RootedItem, @Ctx() context: Context) {
    return isVisible('QUOTE', quoteAccess, quote, context);
  }

  @ResolvedFieldFor(whoMay('SEE_QUOTES'), HIDDEN, () => String, { nullable: true, needs: [] })
  hiddenReason(@Root() quote: RootedItem, @Ctx() context: Context) {
    return reason('QUOTE', quoteAccess, quote, context);
  }
}

function isVisible(
  kind: ShareItemKind,
  question: Lookup<ClientAccess>,
  { id, visibleToClient }: RootedItem,
  { now, reader }: Context,
) {
  return brought(visibleToClient, async () => {
    const access = await reader.lookup(question, id);
    return access && whyHidden(kind, access, now) === null;
  });
}

function reason(
  kind: ShareItemKind,
  question: Lookup<ClientAccess>,
  { id, hiddenReason }: RootedItem,
  { now, reader }: Context,
) {
  return brought(hiddenReason, async () => {
    const access = await reader.lookup(question, id);
    return access && whyHidden(kind, access, now);
  });
}
