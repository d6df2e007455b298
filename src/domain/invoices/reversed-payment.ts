import { GraphQLDate, GraphQLDateTime } from 'graphql-scalars';
import { ID, Int, ObjectType } from 'type-graphql';
import { andClient } from '../../visibility/audience.js';
import { FieldFor } from '../../visibility/declare.js';
import { whoMay } from '../staff/capabilities.js';
import type { Payment } from './payment.entity.js';

const readersAndClient = andClient(whoMay('READ_INVOICES'));

/** What a client is told of a payment that it had seen counted and that was reversed since. */
@ObjectType({ description: 'A payment that counted once and was reversed.' })
export class ReversedPayment implements Pick<Payment, 'id' | 'amountCents' | 'receivedOn'> {
  @FieldFor(readersAndClient, 'Stable name of this payment.', () => ID)
  id!: string;

  @FieldFor(readersAndClient, 'Amount in cents.', () => Int)
  amountCents!: number;

  @FieldFor(
    readersAndClient,
    "Day on which the money had come in, in the business's time zone.",
    () => GraphQLDate,
    { nullable: true },
  )
  receivedOn!: string | null;

  @FieldFor(readersAndClient, 'When it was reversed.', () => GraphQLDateTime)
  reversedAt!: Date;
}
