import { Ctx, ID, ObjectType, Resolver } from 'type-graphql';
import { Invoice } from '../../domain/invoices/invoice.entity.js';
import { JobChange } from '../../domain/jobs/job-change.js';
import { PortalLink } from '../../domain/portal-links/portal-link.entity.js';
import { OutgoingEmail } from '../../email/outbox/outgoing-email.entity.js';
import { rolesWith } from '../../visibility/capabilities.js';
import { ArgFor } from '../../visibility/declare/arguments.js';
import { FieldFor } from '../../visibility/declare/fields.js';
import { MutationFor } from '../../visibility/declare/operations.js';
import type { SharingContext } from '../sharing-context.js';
import { MESSAGE, SUBJECT } from './invoices/invoice-letter.js';
import { HANDED_OVER } from './send-choice.js';
import { sendInvoice } from './send-invoice.js';

const writers = rolesWith('WRITE_INVOICES');

@ObjectType({ implements: JobChange, description: 'Result of sendInvoice.' })
class SendInvoicePayload extends JobChange {
  @FieldFor(writers, 'Sent invoice; see `hiddenReason` if the client cannot see it.', () => Invoice)
  invoice!: Invoice;

  @FieldFor(
    rolesWith('SHARE'),
    'Portal link in the email; null if the email contains the invoice itself, or if you may not share.',
    () => PortalLink,
    { nullable: true },
  )
  portalLink!: PortalLink | null;

  @FieldFor(writers, 'Queued emails; none if it was handed over.', () => [OutgoingEmail])
  deliveries!: OutgoingEmail[];
}

/** Mutation that sends an invoice. */
@Resolver()
export class SendInvoiceResolver {
  @MutationFor(
    writers,
    'Emails an invoice to the client of its job, for the first time or again: with a link to it while the Client Portal is on.',
    () => SendInvoicePayload,
  )
  sendInvoice(
    @ArgFor(writers, 'id', 'Invoice ID.', () => ID) id: string,
    @ArgFor(writers, 'handedOver', HANDED_OVER, () => Boolean, {
      nullable: true,
      defaultValue: false,
    })
    handedOver: boolean | null,
    @ArgFor(writers, 'subject', SUBJECT.text, () => String, SUBJECT.choices) subject: string | null,
    @ArgFor(writers, 'message', MESSAGE.text, () => String, MESSAGE.choices) message: string | null,
    @Ctx() { change, sharing, config }: SharingContext,
  ) {
    const choice = { id, handedOver: handedOver ?? false, subject, message };
    return change((unit) => sendInvoice(unit, sharing, config, choice));
  }
}
