import type { CombinedError } from 'urql';
import { Notice } from '../../design/notice';
import { strings } from '../strings';
import { errorCode, faultsOf } from './api';

/** Error as a sentence for staff. */
function errorMessage(error: CombinedError): string {
  if (error.networkError) return strings.problems.offline;
  const [first] = error.graphQLErrors;
  // The server says that the change was made, which the sentence of a code would deny.
  if (first?.extensions.committed) return first.message;
  const code = errorCode(error) as keyof typeof strings.problems.byCode;
  const faults = new Set(faultsOf(error).map(({ reason }) => reason));
  const sentence = faults.size > 1 ? [...faults].join(' ') : first?.message;
  return strings.problems.byCode[code] ?? sentence ?? strings.problems.unknown;
}

/** Shows an error, if there is one. */
export function ErrorMessage({ error }: { error?: CombinedError | null }) {
  return error ? <Notice tone="wrong">{errorMessage(error)}</Notice> : null;
}
