import { type DocumentNode, getOperationAST, Kind } from 'graphql';
import type { Policy } from '../../visibility/policy.js';
import type { Principal } from '../../visibility/principal.js';
import { type Refusal, sessionHasEnded } from '../../visibility/refusals.js';

/** Whether the caller sent a token that is no session's, not any more, and no portal link's. */
export function sentUnusableToken(principal: Principal): boolean {
  return principal.kind === 'VISITOR' && principal.sentUnusableToken === true;
}

/**
 * Returns the refusal of an operation that was sent with an unusable token, or null. Its program believes to be signed in,
 * so no answer for visitors goes out; except to mutations that visitors may call: a program that sends its old token with
 * every request must be able to sign in.
 */
export function refusalOfToken(
  principal: Principal,
  policy: Policy,
  document: DocumentNode | undefined,
  operationName: string | null | undefined,
): Refusal | null {
  if (!sentUnusableToken(principal)) return null;
  return document && isForVisitors(policy, document, operationName) ? null : sessionHasEnded();
}

function isForVisitors(
  policy: Policy,
  document: DocumentNode,
  operationName: string | null | undefined,
): boolean {
  const operation = getOperationAST(document, operationName);
  if (operation?.operation !== 'mutation') return false;
  return operation.selectionSet.selections.every(
    (each) =>
      each.kind === Kind.FIELD &&
      (each.name.value === '__typename' || policy.allows('VISITOR', 'Mutation', each.name.value)),
  );
}
