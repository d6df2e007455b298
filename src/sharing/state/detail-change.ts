import { ObjectType } from 'type-graphql';
import { sharedJobDeclaration } from '../../shareable/shareable.js';
import { rolesWith } from '../../visibility/capabilities.js';
import { FieldFor } from '../../visibility/declare/fields.js';
import type { ShareState } from './share-state.js';

@ObjectType({
  description: 'Change of a field that is part of every share.',
})
export class DetailChange {
  @FieldFor(rolesWith('SHARE'), 'Name of the field of Job.', () => String)
  field!: string;

  @FieldFor(rolesWith('SHARE'), 'Value that the client sees now.', () => String, {
    nullable: true,
  })
  before!: string | null;

  @FieldFor(rolesWith('SHARE'), 'Value that the client would see.', () => String, {
    nullable: true,
  })
  after!: string | null;
}

/** Details that differ from what the client sees; all of them before the first share. */
export function detailChanges({ details, publication }: ShareState): DetailChange[] {
  return sharedJobDeclaration()
    .details.map((field) => ({
      field,
      before: (publication?.view[field] ?? null) as string | null,
      after: (details[field] ?? null) as string | null,
    }))
    .filter(({ before, after }) => before !== after);
}
