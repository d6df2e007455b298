import { rolesWith } from '../../visibility/capabilities.js';
import { declareEnum } from '../../visibility/declare/enums.js';

export const EnquiryStatus = {
  NEW: 'NEW',
  REPLIED: 'REPLIED',
  ACCEPTED: 'ACCEPTED',
  DECLINED: 'DECLINED',
  CONVERTED: 'CONVERTED',
} as const;
export type EnquiryStatus = (typeof EnquiryStatus)[keyof typeof EnquiryStatus];

declareEnum(EnquiryStatus, 'EnquiryStatus', rolesWith('ANSWER_ENQUIRIES'), 'Enquiry status.', {
  NEW: 'Not answered yet.',
  REPLIED: 'Replied to.',
  ACCEPTED: 'Accepted: the sender is a client.',
  DECLINED: 'Declined by the business.',
  CONVERTED: 'Converted to a quote.',
});
