import type { Tone } from '../../design/badge';
import type { EnquiryStatus, InvoiceStatus, QuoteStatus } from '../../gen/operations';

export const QUOTE_TONES: Record<QuoteStatus, Tone> = {
  DRAFT: 'plain',
  SENT: 'accent',
  ACCEPTED: 'good',
  CHANGES_REQUESTED: 'warn',
  DECLINED: 'wrong',
  EXPIRED: 'warn',
  SUPERSEDED: 'plain',
  WITHDRAWN: 'plain',
};

export const INVOICE_TONES: Record<InvoiceStatus, Tone> = {
  DRAFT: 'plain',
  SENT: 'accent',
  PARTLY_PAID: 'accent',
  PAID: 'good',
  OVERDUE: 'wrong',
  VOID: 'plain',
};

export const ENQUIRY_TONES: Record<EnquiryStatus, Tone> = {
  NEW: 'accent',
  REPLIED: 'plain',
  ACCEPTED: 'good',
  CONVERTED: 'good',
  DECLINED: 'plain',
};
