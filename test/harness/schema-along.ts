/** Returns the operation with introspection added: it must be refused before any of it runs. */
export function withSchemaAlong(operation: { toString(): string }): string {
  return String(operation).replace('{', '{ __schema { queryType { name } }');
}
