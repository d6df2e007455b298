import type { PortalError } from './portal-api';
import { strings } from './strings';

/** API error code; NETWORK when there was no response. */
export function errorCode({ graphQLErrors }: PortalError): string {
  return String(graphQLErrors[0]?.extensions?.code ?? 'NETWORK');
}

/** Error as a sentence for the client. Faults of what was typed are in the server's own sentences. */
export function errorMessage(error: PortalError): string {
  const code = errorCode(error);
  const [first] = error.graphQLErrors;
  const faults = (first?.extensions?.faults ?? []) as { reason: string }[];
  if (faults.length > 1) return [...new Set(faults.map(({ reason }) => reason))].join(' ');
  if (code === 'VALIDATION_FAILED') return first?.message ?? '';
  return (strings.problems[code] ?? strings.problems.OTHER) as string;
}

/** Whether the change was made all the same, and only what followed it failed. */
export function isCommitted(error: PortalError | undefined): boolean {
  return error?.graphQLErrors[0]?.extensions?.committed === true;
}
