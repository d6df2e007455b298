/** The value of a variable as graphql-js quotes it; where its end cannot be found, all that follows. */
const VARIABLE_VALUE =
  / got invalid value (?:(?:"(?:[^"\\]|\\.)*"|[^";])*?(?= at "[\w.[\]]+"; |; )|.*$)/s;

/** How graphql-js and the scalars quote a value of the document, and what is left of their words. */
const QUOTED_VALUES: [RegExp, string][] = [
  [VARIABLE_VALUE, ' has a value that does not fit'],
  [/ cannot represent ([\w -]*value): .*$/s, ' cannot represent $1.'],
  [/ cannot represent (?![\w -]*value\.$).*$/s, ' cannot represent this value.'],
  [/(Expected value of type "[^"]*"), found .*$/s, '$1.'],
  [/ has invalid value .*$/s, ' has an invalid value.'],
  [/Value ".*" does not exist in ("\w+" enum)/s, 'The value does not exist in $1'],
  [/\b(String|BlockString|Int|Float) ".*"/s, '$1'],
];

/** A sentence of graphql-js without the value in it, which may be long, or a password. */
export function withoutValues(message: string): string {
  return QUOTED_VALUES.reduce((text, [quoted, rest]) => text.replace(quoted, rest), message);
}
