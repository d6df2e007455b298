import { clientOnly } from '../../visibility/audience.js';
import { declareEnum } from '../../visibility/declare/enums.js';

/** What a client pays with its acceptance. */
export const DepositChoice = { DEPOSIT: 'DEPOSIT', ALL: 'ALL', LATER: 'LATER' } as const;
export type DepositChoice = keyof typeof DepositChoice;

declareEnum(
  DepositChoice,
  'DepositChoice',
  clientOnly,
  'What a client pays with its acceptance of a quote.',
  {
    DEPOSIT: 'The deposit now.',
    ALL: 'All of it now: one invoice over the whole quote takes the place of the deposit.',
    LATER:
      'Nothing now; an invoice for the deposit is made all the same, if the quote asks for one.',
  },
);
