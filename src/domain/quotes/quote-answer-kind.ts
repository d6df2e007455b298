import { declareEnum } from '../../visibility/declare.js';
import { whoMay } from '../staff/capabilities.js';
import type { QuoteStatus } from './quote-status.js';

/** What a client can say to a quote. Each is also the status that it leads to. */
export const QuoteAnswerKind = {
  ACCEPTED: 'ACCEPTED',
  DECLINED: 'DECLINED',
  CHANGES_REQUESTED: 'CHANGES_REQUESTED',
} as const satisfies Partial<Record<QuoteStatus, QuoteStatus>>;
export type QuoteAnswerKind = keyof typeof QuoteAnswerKind;

declareEnum(
  QuoteAnswerKind,
  'QuoteAnswerKind',
  whoMay('SEE_QUOTES'),
  'What the client said to a quote.',
  {
    ACCEPTED: 'Yes, as it stands.',
    DECLINED: 'No.',
    CHANGES_REQUESTED: 'Not like this; the message says what should change.',
  },
);

/**
 * Which answers a quote takes where it stands. A client who asked for changes may still take the quote
 * as it is, or leave it. What is not named here takes none: a new version must be sent first.
 */
const TAKES: Partial<Record<QuoteStatus, readonly QuoteAnswerKind[]>> = {
  SENT: ['ACCEPTED', 'DECLINED', 'CHANGES_REQUESTED'],
  CHANGES_REQUESTED: ['ACCEPTED', 'DECLINED', 'CHANGES_REQUESTED'],
};

export function takes(status: QuoteStatus, answer: QuoteAnswerKind): boolean {
  return TAKES[status]?.includes(answer) ?? false;
}
