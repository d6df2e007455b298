import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import type { Rel } from '@mikro-orm/postgresql';
import { ObjectType } from 'type-graphql';
import { inShort, Shareable } from '../../sharing/shareable.js';
import { staffAndClient } from '../../visibility/audience.js';
import { FieldFor } from '../../visibility/declare.js';
import { BusinessRecord } from '../business-record.js';
import { Job } from '../jobs/job.entity.js';

/** Something to be done on a job, ticked off when it is. */
@Shareable<Todo>({
  kind: 'TODO',
  field: 'todos',
  offer: () => null,
  label: (todo) => `To-do: ${inShort(todo.title)}`,
  words: (todo) => `${todo.title} (${todo.done ? 'done' : 'open'})`,
  news: (todo, before) => {
    const name = `To-do: ${inShort(todo.title)}`;
    if (todo.done === before.done) return `${name} (changed)`;
    return `${name} ${todo.done ? 'is done' : 'is open again'}`;
  },
  canKeepInSync: true,
})
@Entity({ tableName: 'todos' })
@ObjectType({ description: 'Something to be done on a job.' })
export class Todo extends BusinessRecord {
  @ManyToOne(() => Job, { createForeignKeyConstraint: false })
  job!: Rel<Job>;

  @Property({ type: 'text' })
  @FieldFor(staffAndClient, 'What is to be done; at most 200 characters.', () => String)
  title!: string;

  @Property({ type: 'boolean', default: false })
  @FieldFor(staffAndClient, 'Whether it is done.', () => Boolean)
  done: boolean = false;
}
