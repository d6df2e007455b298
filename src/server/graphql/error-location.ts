import { type ASTNode, type DocumentNode, type GraphQLError, Kind, parse, visit } from 'graphql';

/**
 * Returns the path of the argument or input field that an error is about, with list indexes: `input.lines.0.quantity`.
 * Null if it is about none.
 */
export function errorLocation({ source, positions, message }: GraphQLError): string | null {
  const at = positions?.[0];
  if (!source || at === undefined) return null;
  try {
    const path = pathAt(parse(source), at);
    return joined([...path, ...fieldInWords(message)]);
  } catch {
    // A document that cannot be parsed has no fields to name.
    return null;
  }
}

/** Returns the path of the argument or input field that a variable is the value of; null if it is of none. */
export function pathOfVariable(document: DocumentNode, name: string): string | null {
  let path: string | null = null;
  visit(document, {
    [Kind.VARIABLE_DEFINITION]: () => false,
    Variable({ name: { value }, loc }) {
      if (value === name && loc) path ??= joined(pathAt(document, loc.start));
    },
  });
  return path;
}

/** Name of a required field or argument that is missing in the value at the location of the message. */
export function fieldInWords(message: string): string[] {
  const name =
    /^Field "(?:\w+\.)?(\w+)" of required type .* was not provided\.$/s.exec(message)?.[1] ??
    /^Field "\w+" argument "(\w+)" of type .* is required/s.exec(message)?.[1];
  return name ? [name] : [];
}

function joined(path: string[]): string | null {
  return path.join('.') || null;
}

function pathAt(document: ASTNode, at: number): string[] {
  const names: string[] = [];
  const isAround = (node: ASTNode) => node.loc && node.loc.start <= at && node.loc.end > at;
  visit(document, {
    enter(node) {
      if (!isAround(node)) return false;
      if (node.kind === Kind.ARGUMENT || node.kind === Kind.OBJECT_FIELD)
        names.push(node.name.value);
      const index = node.kind === Kind.LIST ? node.values.findIndex(isAround) : -1;
      if (index >= 0) names.push(String(index));
      return undefined;
    },
  });
  return names;
}
