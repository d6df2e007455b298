import { ID, InterfaceType } from 'type-graphql';
import type { ReadById } from '../../database/reader/reader.js';
import type { EntityClass } from '../../database/sql/rows.js';
import { type Audience, type Audiences, staffAndClient } from '../../visibility/audience.js';
import { FieldFor } from '../../visibility/declare/fields.js';
import { NodeFor } from '../../visibility/declare/nodes.js';
import { admits } from '../../visibility/rules.js';

/** Names of the types of rows that `node` returned. */
const typeNames = new WeakMap<object, string>();

@InterfaceType({
  description:
    'Record that can be read by its ID with `node`. IDs are unique over all types. Copies in publications and previews are not records.',
  resolveType: (row: object) => typeNames.get(row),
})
export abstract class Node {
  @FieldFor(staffAndClient, 'Stable identifier.', () => ID)
  id!: string;
}

const nodes: (ReadById & { audiences: Audiences })[] = [];

/**
 * Declares who may read any record of an entity by its ID alone; the entity's type implements `Node`. Records of jobs are
 * read on assigned jobs only, where a role sees no others. `whereSql` leaves out records that no list shows.
 */
export function ReadByIdFor(
  audiences: Audiences,
  { whereSql }: Pick<ReadById, 'whereSql'> = {},
): ClassDecorator {
  return (target) => {
    NodeFor(audiences)(target);
    nodes.push({ audiences, entity: target as never as EntityClass, whereSql });
  };
}

/** Returns the entities that this audience may read by ID. */
export function nodesFor(audience: Audience): readonly ReadById[] {
  return nodes.filter(({ audiences }) => admits(audiences, audience));
}

/** Returns the row with the type that `node` has it as. */
export function asNode({ entity, row }: { entity: EntityClass; row: object }): object {
  typeNames.set(row, (entity as { name: string }).name);
  return row;
}
