/** The operation with the schema asked for along: refused whole, before anything of it runs. */
export function withSchemaAlong(operation: { toString(): string }): string {
  return String(operation).replace('{', '{ __schema { queryType { name } }');
}
