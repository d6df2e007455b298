import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import type { Rel } from '@mikro-orm/postgresql';
import { ObjectType } from 'type-graphql';
import { Shareable, truncated } from '../../shareable/shareable.js';
import { mailTexts } from '../../texts/mails.js';
import { staffAndClient } from '../../visibility/audience.js';
import { FieldFor } from '../../visibility/declare/fields.js';
import { BusinessEntity } from '../common/business-entity.js';
import { Job } from '../jobs/job.entity.js';
import { Node, ReadByIdFor } from '../nodes/node.js';

/** To-do of a job. */
@Shareable<Todo>({
  kind: 'TODO',
  field: 'todos',
  hiddenReason: () => null,
  label: todoLabel,
  summary: (todo) => `${todo.title} (${todo.done ? 'done' : 'open'})`,
  news: (todo, before, { language }) => {
    const { items } = mailTexts(language);
    const name = todoLabel(todo, language);
    if (todo.done === before.done) return items.changed(name);
    return todo.done ? items.isDone(name) : items.isOpenAgain(name);
  },
  canKeepInSync: true,
})
@Entity({ tableName: 'todos' })
@ReadByIdFor(staffAndClient)
@ObjectType({ implements: Node, description: 'To-do of a job.' })
export class Todo extends BusinessEntity {
  @ManyToOne(() => Job, { createForeignKeyConstraint: false })
  job!: Rel<Job>;

  @Property({ type: 'text' })
  @FieldFor(staffAndClient, 'Title, at most 200 characters.', () => String)
  title!: string;

  @Property({ type: 'boolean', default: false })
  @FieldFor(staffAndClient, 'Whether the to-do is done.', () => Boolean)
  done: boolean = false;
}

function todoLabel({ title }: { title: string }, language?: string | null): string {
  const { items } = mailTexts(language);
  return items.titled(items.todo, truncated(title));
}
