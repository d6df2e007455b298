import { QuoteInvoicesResolver } from './create/quote-invoices.resolver.js';
import { Invoice } from './invoice.entity.js';
import { InvoiceResolver } from './invoice.resolver.js';
import { InvoiceFieldsResolver, PaymentResolver } from './invoice-fields.resolver.js';
import { InvoiceLine } from './invoice-line.entity.js';
import { InvoiceSumsResolver } from './lists/invoice-sums.resolver.js';
import { Payment } from './payments/payment.entity.js';
import { InvoiceVersion } from './versions/invoice-version.entity.js';

export const invoices = {
  entities: [Invoice, InvoiceLine, InvoiceVersion, Payment],
  resolvers: [
    InvoiceResolver,
    InvoiceFieldsResolver,
    InvoiceSumsResolver,
    PaymentResolver,
    QuoteInvoicesResolver,
  ],
};
