import { declareEnum } from '../../visibility/declare.js';
import { whoMay } from '../staff/capabilities.js';

export const EnquiryStatus = {
  NEW: 'NEW',
  REPLIED: 'REPLIED',
  ACCEPTED: 'ACCEPTED',
  DECLINED: 'DECLINED',
  CONVERTED: 'CONVERTED',
} as const;
export type EnquiryStatus = (typeof EnquiryStatus)[keyof typeof EnquiryStatus];

declareEnum(EnquiryStatus, 'EnquiryStatus', whoMay('WRITE_SALES'), 'Where an enquiry stands.', {
  NEW: 'Nobody has answered it yet.',
  REPLIED: 'Somebody has written back.',
  ACCEPTED: 'Whoever asked is a client now.',
  DECLINED: 'The business will not do it.',
  CONVERTED: 'It has become a quote.',
});
