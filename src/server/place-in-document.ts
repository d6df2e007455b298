import { type ASTNode, type GraphQLError, parse, visit } from 'graphql';

/** The argument (and input fields) around the place that an error points at: `input.status`. */
export function placeInDocument({ source, positions }: GraphQLError): string | null {
  const at = positions?.[0];
  if (!source || at === undefined) return null;
  try {
    return namesAround(parse(source), at).join('.') || null;
  } catch {
    // A document that cannot be parsed has no fields to name.
    return null;
  }
}

function namesAround(document: ASTNode, at: number): string[] {
  const names: string[] = [];
  visit(document, {
    enter(node) {
      if (!node.loc || node.loc.start > at || node.loc.end <= at) return false;
      if (node.kind === 'Argument' || node.kind === 'ObjectField') names.push(node.name.value);
      return undefined;
    },
  });
  return names;
}
