import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import type { Rel } from '@mikro-orm/postgresql';
import { GraphQLDateTime } from 'graphql-scalars';
import { ObjectType } from 'type-graphql';
import { inShort, Shareable } from '../../sharing/shareable.js';
import { internal, staffAndClient } from '../../visibility/audience.js';
import { FieldFor } from '../../visibility/declare.js';
import { BusinessRecord } from '../business-record.js';
import { Job } from '../jobs/job.entity.js';
import { StaffMember } from '../staff/staff-member.entity.js';

// The specimen: the smallest complete noun. Copy this folder to start another one; its README says
// what each part is for.

/** A remark about a job. An internal one is for the team and is never offered for sharing. */
@Shareable<Note>({
  kind: 'NOTE',
  field: 'notes',
  offer: (note) =>
    note.internal ? 'It is an internal note; internal notes are never shared.' : null,
  label: (note) => `Note: ${inShort(note.body)}`,
  words: (note) => note.body,
})
@Entity({ tableName: 'notes' })
@ObjectType({ description: 'A remark about a job.' })
export class Note extends BusinessRecord {
  @ManyToOne(() => Job, { createForeignKeyConstraint: false })
  job!: Rel<Job>;

  @Property({ type: 'text' })
  @FieldFor(staffAndClient, 'What it says; at most 10,000 characters.', () => String)
  body!: string;

  @Property({ type: 'boolean', default: false })
  @FieldFor(
    internal,
    'Whether it is for the team only; then it is never offered for sharing.',
    () => Boolean,
    { nullable: true },
  )
  internal: boolean = false;

  @Property({ type: 'timestamptz' })
  @FieldFor(staffAndClient, 'When it was written.', () => GraphQLDateTime)
  createdAt!: Date;

  @ManyToOne(() => StaffMember, {
    nullable: true,
    createForeignKeyConstraint: false,
  })
  author: Rel<StaffMember> | null = null;
}
