import { type DocumentNode, Kind, visit } from 'graphql';

const OF_SHARING = new Set([
  'sharePrompt',
  'sharePromptStatus',
  'shared',
  'unreadMessages',
  'visibleToClient',
  'hiddenReason',
]);

/** The same document as those ask it who share nothing: not even a question tells of sharing. */
export function withoutSharing(document: DocumentNode): DocumentNode {
  const kept = visit(document, {
    enter: (node) =>
      node.kind === Kind.FIELD && OF_SHARING.has(node.name.value) ? null : undefined,
  });
  const used = new Set<string>();
  visit(kept, {
    enter: (node) => {
      if (node.kind === Kind.FRAGMENT_SPREAD) used.add(node.name.value);
    },
  });
  const definitions = kept.definitions.filter(
    (each) => each.kind !== Kind.FRAGMENT_DEFINITION || used.has(each.name.value),
  );
  // A new document: a copy would carry the name under which the first one is remembered.
  return { kind: Kind.DOCUMENT, definitions };
}
