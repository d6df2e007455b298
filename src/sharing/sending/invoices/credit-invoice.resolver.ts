import { Ctx, ID, ObjectType, Resolver } from 'type-graphql';
import { text } from '../../../domain/common/text.js';
import { Invoice } from '../../../domain/invoices/invoice.entity.js';
import { CreditLineInput } from '../../../domain/invoices/invoice.inputs.js';
import { JobChange } from '../../../domain/jobs/job-change.js';
import { PortalLink } from '../../../domain/portal-links/portal-link.entity.js';
import { OutgoingEmail } from '../../../email/outbox/outgoing-email.entity.js';
import { listOf } from '../../../visibility/bounds.js';
import { rolesWith } from '../../../visibility/capabilities.js';
import { ArgFor } from '../../../visibility/declare/arguments.js';
import { FieldFor } from '../../../visibility/declare/fields.js';
import { MutationFor } from '../../../visibility/declare/operations.js';
import type { SharingContext } from '../../sharing-context.js';
import { HANDED_OVER } from '../send-choice.js';
import { creditInvoice } from './credit-invoice.js';
import { MESSAGE, SUBJECT } from './invoice-letter.js';

const writers = rolesWith('WRITE_INVOICES');

@ObjectType({ implements: JobChange, description: 'Result of creditInvoice.' })
class CreditInvoicePayload extends JobChange {
  @FieldFor(writers, 'Credit note that was sent.', () => Invoice)
  creditNote!: Invoice;

  @FieldFor(
    writers,
    'Credited invoice; see `refundDueCents` for what is to be paid back.',
    () => Invoice,
  )
  invoice!: Invoice;

  @FieldFor(
    rolesWith('SHARE'),
    'Portal link in the email; null if the email contains the credit note itself, or if you may not share.',
    () => PortalLink,
    { nullable: true },
  )
  portalLink!: PortalLink | null;

  @FieldFor(writers, 'Queued emails; none if it was handed over.', () => [OutgoingEmail])
  deliveries!: OutgoingEmail[];
}

/** Mutation that credits an invoice. */
@Resolver()
export class CreditInvoiceResolver {
  @MutationFor(
    writers,
    'Credits all or lines of a sent invoice: makes a credit note, reduces what is owed, and sends it to the client.',
    () => CreditInvoicePayload,
  )
  creditInvoice(
    @ArgFor(writers, 'id', 'Invoice ID.', () => ID) id: string,
    @ArgFor(
      writers,
      'lines',
      'Lines to credit; default: all that was not credited yet.',
      () => [CreditLineInput],
      { nullable: true, bound: listOf(200, undefined, 'Use at most 200 lines.') },
    )
    lines: CreditLineInput[] | null,
    @ArgFor(writers, 'reason', 'Reason; visible to the client.', () => String, {
      bound: text(1_000),
    })
    reason: string,
    @ArgFor(writers, 'handedOver', HANDED_OVER, () => Boolean, {
      nullable: true,
      defaultValue: false,
    })
    handedOver: boolean | null,
    @ArgFor(writers, 'subject', SUBJECT.text, () => String, SUBJECT.choices) subject: string | null,
    @ArgFor(writers, 'message', MESSAGE.text, () => String, MESSAGE.choices) message: string | null,
    @Ctx() { change, sharing, config }: SharingContext,
  ) {
    const credit = {
      invoiceId: id,
      lines: lines ?? null,
      reason,
      handedOver: handedOver ?? false,
      subject: subject ?? null,
      message: message ?? null,
    };
    return change((unit) => creditInvoice(unit, sharing, config, credit));
  }
}
