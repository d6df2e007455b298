import { Ctx, Extensions, Root } from 'type-graphql';
import { brought, SHOWN } from '../database/reader.js';
import type { Relation } from '../database/relation.js';
import type { RecordClass } from '../database/rows.js';
import type { Audiences } from '../visibility/audience.js';
import { ResolvedFieldFor } from '../visibility/declare.js';
import type { Context, Rooted } from './context.js';

type Resolve = (root: Rooted<{ id: string }>, context: Context) => unknown;

/** What a relation leads to, as the property beside its declaration has it. */
export type Related<T> = T;

/**
 * A list of records that belong to this one, in their listed order: `ListFor(…, () => Note, 'job')`
 * beside `notes` are the notes whose `job` it is. It is declared, not written, so that a request can see
 * what it will need before it reads.
 */
export function ListFor(
  audiences: Audiences,
  description: string,
  record: () => RecordClass,
  belongsTo: string,
  choices: { nullable?: boolean } = {},
): PropertyDecorator {
  const field = ResolvedFieldFor(audiences, description, () => [record()], choices);
  return related(
    field,
    { shows: () => [record()], belongsTo },
    (name) =>
      (root, { reader }) =>
        brought(root[name], () => reader.children(record(), belongsTo, root.id, SHOWN)),
  );
}

/** The one record that this one belongs to under the name of the property, or null. */
export function OneFor(
  audiences: Audiences,
  description: string,
  record: () => RecordClass,
): PropertyDecorator {
  const field = ResolvedFieldFor(audiences, description, record, { nullable: true });
  return related(
    field,
    { shows: record },
    (name) =>
      (root, { reader }) =>
        brought(root[name], () => reader.find(record(), root[`${name}Id`] as string | null)),
  );
}

function related(
  field: PropertyDecorator,
  relation: Relation,
  resolver: (name: string) => Resolve,
): PropertyDecorator {
  return (prototype, key) => {
    const name = key as string;
    Object.assign(prototype, { [name]: resolver(name) });
    Root()(prototype, name, 0);
    Ctx()(prototype, name, 1);
    Extensions({ relation, resolve: resolver(name) })(prototype, name, undefined as never);
    field(prototype, name);
  };
}
