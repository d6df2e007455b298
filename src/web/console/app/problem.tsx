import type { CombinedError } from 'urql';
import { Notice } from '../../design/notice';
import { words } from '../words';
import { codeOf } from './api';

/** What went wrong, in a sentence for people. */
export function sentenceOf(error: CombinedError): string {
  if (error.networkError) return words.problems.offline;
  const code = codeOf(error) as keyof typeof words.problems.byCode;
  return words.problems.byCode[code] ?? error.graphQLErrors[0]?.message ?? words.problems.unknown;
}

/** Tells of an error, if there is one. */
export function Problem({ error }: { error?: CombinedError | null }) {
  return error ? <Notice tone="wrong">{sentenceOf(error)}</Notice> : null;
}
