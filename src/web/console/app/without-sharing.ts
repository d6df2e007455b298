import { type DocumentNode, Kind, visit } from 'graphql';

const PHOTO_TOGGLE = 'shared';
const SHARING_FIELDS = [
  'sharePrompt',
  'sharePromptStatus',
  PHOTO_TOGGLE,
  'visibleToClient',
  'hiddenReason',
  'clientScheduleOutdatedSince',
  'itemsWithClient',
  'failedEmail',
  'keepInSync',
  'keepInSyncByDefault',
];

/**
 * The document without sharing fields, for staff without the SHARE permission: not even their requests
 * disclose sharing.
 */
export function withoutSharing(document: DocumentNode): DocumentNode {
  return withoutFields(document, SHARING_FIELDS);
}

/** The same with the toggle of photos, for Tradies whose business lets them set it. */
export function withPhotoToggleOnly(document: DocumentNode): DocumentNode {
  return withoutFields(
    document,
    SHARING_FIELDS.filter((name) => name !== PHOTO_TOGGLE),
  );
}

function withoutFields(document: DocumentNode, names: string[]): DocumentNode {
  const stripped = visit(document, {
    enter: (node) =>
      node.kind === Kind.FIELD && names.includes(node.name.value) ? null : undefined,
  });
  const used = new Set<string>();
  visit(stripped, {
    enter: (node) => {
      if (node.kind === Kind.FRAGMENT_SPREAD) used.add(node.name.value);
    },
  });
  const definitions = stripped.definitions.filter(
    (definition) => definition.kind !== Kind.FRAGMENT_DEFINITION || used.has(definition.name.value),
  );
  // A new document: urql would recognise a copy by its cached key and send the original.
  return { kind: Kind.DOCUMENT, definitions };
}
