import { BREAK, type DocumentNode, visit } from 'graphql';

/**
 * Whether a document gives a field or a variable a name that every JavaScript object has: `__proto__`,
 * `constructor`. graphql-js builds objects without a prototype; compiled code does not.
 */
export function hasPrototypeNames(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    Name({ value }) {
      if (!(value in Object.prototype)) return undefined;
      found = true;
      return BREAK;
    },
  });
  return found;
}
