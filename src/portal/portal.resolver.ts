import { Ctx, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { Business } from '../domain/business/business.entity.js';
import { PaymentInstruction } from '../domain/business/profile/payment-instruction.js';
import { Client } from '../domain/clients/client.entity.js';
import type { Context, Rooted } from '../domain/common/context.js';
import { Invoice } from '../domain/invoices/invoice.entity.js';
import { Job } from '../domain/jobs/job.entity.js';
import { Quote } from '../domain/quotes/quote.entity.js';
import { clientOnly } from '../visibility/audience.js';
import { FieldFor, ResolvedFieldFor } from '../visibility/declare/fields.js';
import { MutationFor, QueryFor } from '../visibility/declare/operations.js';
import type { ClientPrincipal } from '../visibility/principal.js';
import { notFound } from '../visibility/refusals.js';
import { canPayOnline } from './payments/can-pay-online.js';
import { openPortalForWrite } from './session/open-portal-for-write.js';
import type { PortalSession } from './session/portal-session.js';
import { portalPage } from './session/publication-reader.js';

@ObjectType({ description: 'Content of a portal page.' })
export class Portal {
  @FieldFor(clientOnly, 'Business that does the job.', () => Business)
  business!: Business;

  @FieldFor(clientOnly, 'Client of the link.', () => Client)
  client!: Client;

  @FieldFor(
    clientOnly,
    'Job as last published; null while the link shows one quote or invoice of its own.',
    () => Job,
    { nullable: true },
  )
  job!: Job | null;

  @FieldFor(
    clientOnly,
    'Quote on a page of its own; null if the link shows a job or an invoice, or if it was withdrawn.',
    () => Quote,
    { nullable: true },
  )
  quote!: Quote | null;

  @FieldFor(
    clientOnly,
    'Invoice on a page of its own, or beside a quote the one that was made with its acceptance, such as the deposit; null if the link shows a job, if there is none, or if it was withdrawn.',
    () => Invoice,
    { nullable: true },
  )
  invoice!: Invoice | null;

  @FieldFor(
    clientOnly,
    'Version of the publication on the page; increases with every publication of that page.',
    () => Int,
  )
  version!: number;
}

type RootedPortal = { business: Rooted<Business> };

/** Operations of a portal link. */
@Resolver(() => Portal)
export class PortalResolver {
  @ResolvedFieldFor(
    clientOnly,
    'Ways to pay an invoice, as the business words them today.',
    () => [PaymentInstruction],
    { published: ({ business }) => (business as Rooted<Business>).paymentInstructions },
  )
  paymentMethods(@Root() { business }: RootedPortal): PaymentInstruction[] {
    return business.paymentInstructions;
  }

  @ResolvedFieldFor(
    clientOnly,
    'Whether invoices can be paid online now, by payInvoice.',
    () => Boolean,
    { published: ({ business }) => canPayOnline(business as Rooted<Business>) },
  )
  canPayOnline(@Root() { business }: RootedPortal): boolean {
    return canPayOnline(business);
  }

  @QueryFor(clientOnly, 'Content of the portal page of the link.', () => Portal, {
    nullable: true,
    reads: () => Portal,
    published: (portal) => portalPage(portal as unknown as PortalSession),
  })
  async portal(@Ctx() { principal, reader }: Context<ClientPrincipal>) {
    if (!principal.link) throw notFound();
    const { businessId, clientId, jobId, quoteId, invoiceId, version } = principal.link;
    const { shownInvoiceId } = principal.link;
    const [business, client, job, quote, invoice] = await Promise.all([
      reader.find(Business, businessId),
      reader.find(Client, clientId),
      reader.find(Job, jobId),
      jobId ? null : reader.find(Quote, quoteId),
      jobId ? null : reader.find(Invoice, invoiceId ?? shownInvoiceId),
    ]);
    return { business, client, job, quote, invoice, version };
  }

  @MutationFor(
    clientOnly,
    'Records that the page has been shown to a person. Opening the link alone is not a view. Returns true.',
    () => Boolean,
    { withoutKey: 'HARMLESS' },
  )
  async recordPortalView(@Ctx() { change }: Context<ClientPrincipal>): Promise<boolean> {
    await change(async (unit) => {
      const { link } = await openPortalForWrite(unit);
      link.view(unit.now);
      return {};
    });
    return true;
  }
}
