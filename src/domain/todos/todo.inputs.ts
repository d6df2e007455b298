import { ID, InputType, ObjectType } from 'type-graphql';
import { staffOnly } from '../../visibility/audience.js';
import { FieldFor } from '../../visibility/declare/fields.js';
import { IfUnchangedSince } from '../common/if-unchanged-since.js';
import { OneLine } from '../common/text.js';
import { JobChange } from '../jobs/job-change.js';
import { Todo } from './todo.entity.js';

@InputType({ description: 'Input of addTodo.' })
export class AddTodoInput {
  @FieldFor(staffOnly, 'Job ID.', () => ID)
  jobId!: string;

  @OneLine(200)
  @FieldFor(staffOnly, 'Title of the to-do.', () => String)
  title!: string;
}

@InputType({
  description: 'Changes to a to-do; omitted fields are unchanged.',
})
export class UpdateTodoInput {
  @FieldFor(staffOnly, 'To-do ID.', () => ID)
  id!: string;

  @IfUnchangedSince(staffOnly)
  ifUnchangedSince?: Date | null;

  @OneLine(200)
  @FieldFor(
    staffOnly,
    'Title of the to-do; FORBIDDEN for roles that tick to-dos only.',
    () => String,
    {
      nullable: true,
    },
  )
  title?: string | null;

  @FieldFor(staffOnly, 'Whether the to-do is done.', () => Boolean, { nullable: true })
  done?: boolean | null;
}

@ObjectType({ implements: JobChange, description: 'Result of addTodo.' })
export class AddTodoPayload extends JobChange {
  @FieldFor(staffOnly, 'Added to-do.', () => Todo)
  todo!: Todo;
}

@ObjectType({ implements: JobChange, description: 'Result of updateTodo.' })
export class UpdateTodoPayload extends JobChange {
  @FieldFor(staffOnly, 'Updated to-do.', () => Todo)
  todo!: Todo;
}

@ObjectType({
  implements: JobChange,
  description: 'Result of removeTodo.',
})
export class RemoveTodoPayload extends JobChange {
  @FieldFor(staffOnly, 'ID of the removed to-do.', () => ID)
  todoId!: string;
}
