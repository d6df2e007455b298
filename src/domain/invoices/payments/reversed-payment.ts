import { GraphQLDate, GraphQLDateTime } from 'graphql-scalars';
import { ID, Int, ObjectType } from 'type-graphql';
import { andClient } from '../../../visibility/audience.js';
import { rolesWith } from '../../../visibility/capabilities.js';
import { FieldFor } from '../../../visibility/declare/fields.js';
import type { Payment } from './payment.entity.js';

const readersAndClient = andClient(rolesWith('READ_INVOICES'));

/** A reversed payment as the client sees it. Only payments that the client had seen in the invoice's totals. */
@ObjectType({ description: 'Reversed payment.' })
export class ReversedPayment implements Pick<Payment, 'id' | 'amountCents' | 'receivedOn'> {
  @FieldFor(readersAndClient, 'Stable identifier of the payment.', () => ID)
  id!: string;

  @FieldFor(readersAndClient, 'Amount in cents.', () => Int)
  amountCents!: number;

  @FieldFor(readersAndClient, "Day of receipt, in the business's time zone.", () => GraphQLDate, {
    nullable: true,
  })
  receivedOn!: string | null;

  @FieldFor(readersAndClient, 'Time of reversal.', () => GraphQLDateTime)
  reversedAt!: Date;
}
