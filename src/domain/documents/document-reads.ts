import { Payment } from '../invoices/payments/payment.entity.js';
import { InvoiceVersion } from '../invoices/versions/invoice-version.entity.js';
import { QuoteAnswer } from '../quotes/answers/quote-answer.entity.js';
import { QuoteVersion } from '../quotes/versions/quote-version.entity.js';

const VERSION_KEYS = [
  ...[
    'businessId',
    'number',
    'version',
    'title',
    'sentAt',
    'netCents',
    'taxCents',
    'totalCents',
    'lines',
    'digest',
  ],
  ...['currency', 'taxName', 'dateOrder', 'seller', 'buyer'],
];

/** The columns that documents are made of, for the database role of clients' requests. */
export const DOCUMENT_READS = [
  {
    entity: QuoteVersion,
    keys: [
      ...VERSION_KEYS,
      ...['quoteId', 'validUntil', 'terms', 'timeZone', 'depositPercent', 'depositCents'],
    ],
  },
  {
    entity: QuoteAnswer,
    keys: [
      ...[
        'id',
        'businessId',
        'quoteId',
        'version',
        'kind',
        'name',
        'answeredAt',
        'chosenLineIds',
        'digest',
        'undoneAt',
      ],
    ],
  },
  {
    entity: InvoiceVersion,
    keys: [
      ...VERSION_KEYS,
      ...[
        'invoiceId',
        'kind',
        'issuedOn',
        'dueOn',
        'creditedInvoiceNumber',
        'creditReason',
        'taxes',
      ],
    ],
  },
  {
    entity: Payment,
    keys: [
      'id',
      'businessId',
      'invoiceId',
      'amountCents',
      'receivedOn',
      'method',
      'recordedAt',
      'reversedAt',
    ],
  },
];
