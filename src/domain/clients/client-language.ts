import type { LanguageCode } from '../../texts/languages.js';
import { staffAndClient } from '../../visibility/audience.js';
import { declareEnum } from '../../visibility/declare/enums.js';

/** Languages of the client's page and mails, as `texts/languages.ts` lists them. */
export const ClientLanguage = { EN: 'EN', AR: 'AR' } as const satisfies {
  [code in LanguageCode]: code;
};
export type ClientLanguage = keyof typeof ClientLanguage;

declareEnum(
  ClientLanguage,
  'ClientLanguage',
  staffAndClient,
  "Language of a client's page and mails.",
  {
    EN: 'English.',
    AR: 'Arabic, from right to left.',
  },
);
