import type { Condition } from '../../database/reader.js';
import { phoneDigits } from '../contact.js';

/** The clients that a search means; a phone number is found however it was typed. */
export function foundBy(search: string | null): Condition[] {
  const wanted = search?.trim();
  if (!wanted) return [];
  const digits = phoneDigits(wanted);
  return [
    {
      either: [
        { anyOf: ['name', 'email', 'phone'], contains: wanted },
        ...(digits ? [{ anyOf: ['phone'], contains: digits }] : []),
      ],
    },
  ];
}
