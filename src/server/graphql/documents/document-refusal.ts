import type { GraphQLError } from 'graphql';
import { type Code, faulty, Refusal } from '../../../visibility/refusals.js';
import { errorLocation } from '../error-location.js';

const MAX_MESSAGE_LENGTH = 500;

/**
 * Returns the error for a document or a variable that graphql-js or Apollo rejects: in their words, without the received
 * value and without suggested names, with the path of the argument or input field if it is about one. Keeps the locations.
 */
export function documentRefusal(error: GraphQLError, code: Code): Refusal {
  const message = callerMessage(error.message);
  const field = (error.extensions.field as string | undefined) ?? errorLocation(error);
  const refusal = field ? faulty([{ field, reason: message }], code) : new Refusal(code, message);
  const { nodes, source, positions, locations } = error;
  return Object.assign(refusal, { nodes, source, positions, locations });
}

/** A message of graphql-js or of a scalar without values and suggestions, which may be long, or a password. */
export function callerMessage(message: string): string {
  const safe = QUOTED_VALUES.reduce(
    (text, [quoted, rest]) => text.replace(quoted, rest),
    message,
  ).replace(/ Did you mean .*$/s, '');
  return safe.length > MAX_MESSAGE_LENGTH ? `${safe.slice(0, MAX_MESSAGE_LENGTH)}…` : safe;
}

/** Value of a variable as quoted by graphql-js; if its end cannot be found, the rest of the message. */
const VARIABLE_VALUE =
  / got invalid value (?:(?:"(?:[^"\\]|\\.)*"|[^";])*?(?= at "[\w.[\]]+"; |; )|.*$)/s;

/** Messages of graphql-js and the scalars that quote a value, with their replacements. */
const QUOTED_VALUES: [RegExp, string][] = [
  [VARIABLE_VALUE, ' has a value that does not fit'],
  [/ cannot represent ([\w -]*value): .*$/s, ' cannot represent $1.'],
  [/ cannot represent (?![\w -]*value\.$).*$/s, ' cannot represent this value.'],
  [/(Expected value of type "[^"]*"), found .*$/s, '$1.'],
  [/ has invalid value .*$/s, ' has an invalid value.'],
  [/Value ".*" does not exist in ("\w+" enum)/s, 'The value does not exist in $1'],
  [/\b(String|BlockString|Int|Float) ".*"/s, '$1'],
];
