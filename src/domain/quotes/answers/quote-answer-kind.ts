import { rolesWith } from '../../../visibility/capabilities.js';
import { declareEnum } from '../../../visibility/declare/enums.js';
import type { QuoteStatus } from '../quote-status.js';

/** Answers of a client to a quote. Each is also the resulting status of the quote. */
export const QuoteAnswerKind = {
  ACCEPTED: 'ACCEPTED',
  DECLINED: 'DECLINED',
  CHANGES_REQUESTED: 'CHANGES_REQUESTED',
} as const satisfies Partial<Record<QuoteStatus, QuoteStatus>>;
export type QuoteAnswerKind = keyof typeof QuoteAnswerKind;

declareEnum(
  QuoteAnswerKind,
  'QuoteAnswerKind',
  rolesWith('SEE_QUOTES'),
  'Answer of a client to a quote.',
  {
    ACCEPTED: 'Accepted.',
    DECLINED: 'Declined.',
    CHANGES_REQUESTED: 'Changes requested; see the message.',
  },
);

/**
 * Answers allowed in each status. A client who requested changes may still accept or decline the quote. Other
 * statuses allow none: a new version must be sent first.
 */
const ALLOWED_ANSWERS: Partial<Record<QuoteStatus, readonly QuoteAnswerKind[]>> = {
  SENT: ['ACCEPTED', 'DECLINED', 'CHANGES_REQUESTED'],
  CHANGES_REQUESTED: ['ACCEPTED', 'DECLINED', 'CHANGES_REQUESTED'],
};

/** Whether a quote in this status can be answered so. */
export function allowsAnswer(status: QuoteStatus, answer: QuoteAnswerKind): boolean {
  return ALLOWED_ANSWERS[status]?.includes(answer) ?? false;
}
