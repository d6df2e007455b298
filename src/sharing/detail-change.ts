import { ObjectType } from 'type-graphql';
import { whoMay } from '../domain/staff/capabilities.js';
import { FieldFor } from '../visibility/declare.js';
import type { ShareState } from './share-state.js';
import { theSharedJob } from './shareable.js';

@ObjectType({
  description:
    'A detail that goes out with every share and reads differently than what the client has.',
})
export class DetailChange {
  @FieldFor(whoMay('SHARE'), 'Which field of the job.', () => String)
  field!: string;

  @FieldFor(whoMay('SHARE'), 'What the client has now.', () => String, {
    nullable: true,
  })
  before!: string | null;

  @FieldFor(whoMay('SHARE'), 'What the client would have.', () => String, {
    nullable: true,
  })
  after!: string | null;
}

/** The details that the client has differently, or not at all yet. */
export function detailChanges({ details, publication }: ShareState): DetailChange[] {
  return theSharedJob()
    .details.map((field) => ({
      field,
      before: (publication?.view[field] ?? null) as string | null,
      after: (details[field] ?? null) as string | null,
    }))
    .filter(({ before, after }) => before !== after);
}
