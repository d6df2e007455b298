import { ObjectType } from 'type-graphql';
import { rolesWith } from '../../../visibility/capabilities.js';
import { FieldFor } from '../../../visibility/declare/fields.js';
import type { Business } from '../../business/business.entity.js';
import { PaymentInstruction } from '../../business/profile/payment-instruction.js';
import type { Client } from '../../clients/client.entity.js';

const readers = rolesWith('READ_INVOICES');
const hidden = { nullable: true };

/** Business as it was when an invoice was sent. */
@ObjectType({ description: 'Business as it was when an invoice was sent.' })
export class InvoiceSeller {
  @FieldFor(readers, 'Name.', () => String, hidden)
  name!: string;

  @FieldFor(readers, 'Postal address.', () => String, hidden)
  address!: string | null;

  @FieldFor(readers, 'Tax number.', () => String, hidden)
  taxNumber!: string | null;

  @FieldFor(readers, 'Name of the tax number, such as "ABN".', () => String, hidden)
  taxNumberLabel!: string | null;

  @FieldFor(readers, 'Phone number for clients.', () => String, hidden)
  phone!: string | null;

  @FieldFor(readers, 'Email address for clients.', () => String, hidden)
  email!: string | null;

  @FieldFor(readers, 'ISO 3166 code of the country.', () => String, hidden)
  country!: string;

  @FieldFor(readers, 'Path of the logo.', () => String, hidden)
  logoUrl!: string | null;

  @FieldFor(readers, 'Ways to pay.', () => [PaymentInstruction], hidden)
  paymentInstructions!: PaymentInstruction[];
}

/** Client as it was when an invoice was sent. */
@ObjectType({ description: 'Client as it was when an invoice was sent.' })
export class InvoiceBuyer {
  @FieldFor(readers, 'Name of the person or company.', () => String, hidden)
  name!: string;

  @FieldFor(readers, 'Person to speak to, if the client is a company.', () => String, hidden)
  contactName!: string | null;

  @FieldFor(readers, 'Postal address.', () => String, hidden)
  address!: string | null;
}

/** The business as a sent version keeps it. */
export function sellerOf(business: Business): InvoiceSeller {
  const { name, address, taxNumber, taxNumberLabel, phone, email, country, logoUrl } = business;
  const paymentInstructions = business.paymentInstructions.map(({ label, details }) => ({
    label,
    details,
  }));
  return {
    name,
    address,
    taxNumber,
    taxNumberLabel,
    phone,
    email,
    country,
    logoUrl,
    paymentInstructions,
  };
}

/** The client as a sent version keeps it. */
export function buyerOf({ name, contactName, address }: Client): InvoiceBuyer {
  return { name, contactName, address };
}
