import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import type { Rel } from '@mikro-orm/postgresql';
import { GraphQLDateTime } from 'graphql-scalars';
import { ObjectType } from 'type-graphql';
import { Shareable, truncated } from '../../shareable/shareable.js';
import { mailTexts } from '../../texts/mails.js';
import { staffAndClient, staffOnly } from '../../visibility/audience.js';
import { FieldFor } from '../../visibility/declare/fields.js';
import { BusinessEntity } from '../common/business-entity.js';
import { Job } from '../jobs/job.entity.js';
import { Node, ReadByIdFor } from '../nodes/node.js';
import { StaffMember } from '../staff/staff-member.entity.js';

// The smallest complete noun: copy this folder to add another one (see its README).

/** Note on a job. Internal notes are for staff and can never be shared. */
@Shareable<Note>({
  kind: 'NOTE',
  field: 'notes',
  hiddenReason: (note) =>
    note.internal ? 'It is an internal note; internal notes are never shared.' : null,
  label: (note, language) => {
    const { items } = mailTexts(language);
    return items.titled(items.note, truncated(note.body));
  },
  summary: (note) => note.body,
  withdrawnWhenHidden: true,
})
@Entity({ tableName: 'notes' })
@ReadByIdFor(staffAndClient)
@ObjectType({ implements: Node, description: 'Note on a job.' })
export class Note extends BusinessEntity {
  @ManyToOne(() => Job, { createForeignKeyConstraint: false })
  job!: Rel<Job>;

  @Property({ type: 'text' })
  @FieldFor(staffAndClient, 'Text of the note, at most 10,000 characters.', () => String)
  body!: string;

  @Property({ type: 'boolean', default: false })
  @FieldFor(
    staffOnly,
    'Whether the note is for staff only; an internal note can never be shared.',
    () => Boolean,
    { nullable: true },
  )
  internal: boolean = false;

  @Property({ type: 'timestamptz' })
  @FieldFor(staffAndClient, 'Time of creation.', () => GraphQLDateTime)
  createdAt!: Date;

  @ManyToOne(() => StaffMember, {
    nullable: true,
    createForeignKeyConstraint: false,
  })
  author: Rel<StaffMember> | null = null;
}
