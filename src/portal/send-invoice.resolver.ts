import { Ctx, ID, ObjectType, Resolver } from 'type-graphql';
import { Invoice } from '../domain/invoices/invoice.entity.js';
import { JobChange } from '../domain/jobs/job-change.js';
import { whoMay } from '../domain/staff/capabilities.js';
import { OutgoingEmail } from '../email/outgoing-email.entity.js';
import type { SharingContext } from '../sharing/sharing-context.js';
import { ArgFor, FieldFor, MutationFor } from '../visibility/declare.js';
import { PortalLink } from './portal-link.entity.js';
import { HANDED_OVER } from './send-choice.js';
import { sendInvoice } from './send-invoice.js';

const writers = whoMay('WRITE_INVOICES');

@ObjectType({ implements: JobChange, description: 'The invoice that was sent.' })
export class SendInvoicePayload extends JobChange {
  @FieldFor(
    writers,
    'The invoice; its hiddenReason says when the client cannot see it.',
    () => Invoice,
  )
  invoice!: Invoice;

  @FieldFor(
    writers,
    'The link in the mail; null where the mail carries the invoice itself.',
    () => PortalLink,
    { nullable: true },
  )
  portalLink!: PortalLink | null;

  @FieldFor(writers, 'The mails on their way; none when it was handed over.', () => [OutgoingEmail])
  deliveries!: OutgoingEmail[];
}

/** Sending an invoice to its client. */
@Resolver()
export class SendInvoiceResolver {
  @MutationFor(
    writers,
    'Sends an invoice to the client of its job by mail, the first time or again; a shared job shows it at once.',
    () => SendInvoicePayload,
  )
  sendInvoice(
    @ArgFor(writers, 'id', 'Which invoice.', () => ID) id: string,
    @ArgFor(writers, 'handedOver', HANDED_OVER, () => Boolean, {
      nullable: true,
      defaultValue: false,
    })
    handedOver: boolean | null,
    @Ctx() { change, sharing, config }: SharingContext,
  ) {
    const choice = { id, handedOver: handedOver ?? false };
    return change((unit) => sendInvoice(unit, sharing, config, choice));
  }
}
