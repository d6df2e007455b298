import type { CombinedError } from '@urql/core';
import { words } from './words';

/** The code of what went wrong; NETWORK when no answer came. */
export function codeOf({ graphQLErrors }: CombinedError): string {
  return String(graphQLErrors[0]?.extensions?.code ?? 'NETWORK');
}

/** What went wrong as a sentence. What is wrong with a field, the server says best. */
export function problemIn(error: CombinedError): string {
  const code = codeOf(error);
  if (code === 'VALIDATION_FAILED') return error.graphQLErrors[0]?.message ?? '';
  return (words.problems[code] ?? words.problems.OTHER) as string;
}
