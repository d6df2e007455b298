import type { PortalError } from './portal-api';
import type { PageTexts } from './texts';

/** API error code; NETWORK when there was no response. */
export function errorCode({ graphQLErrors }: PortalError): string {
  return String(graphQLErrors[0]?.extensions?.code ?? 'NETWORK');
}

/** Error as a sentence for the client. */
export function errorMessage(error: PortalError, { strings }: PageTexts): string {
  const code = errorCode(error);
  const [first] = error.graphQLErrors;
  const faults = (first?.extensions?.faults ?? []) as { reason: string }[];
  if (faults.length > 1) return strings.faults([...new Set(faults.map(({ reason }) => reason))]);
  if (code === 'VALIDATION_FAILED') return strings.faults([first?.message ?? '']);
  return (strings.problems as Record<string, string>)[code] ?? strings.problems.OTHER;
}

/** Whether the change was made all the same, and only what followed it failed. */
export function isCommitted(error: PortalError | undefined): boolean {
  return error?.graphQLErrors[0]?.extensions?.committed === true;
}
