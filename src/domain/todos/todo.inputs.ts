import { ID, InputType, ObjectType } from 'type-graphql';
import { internal } from '../../visibility/audience.js';
import { FieldFor } from '../../visibility/declare.js';
import { JobChange } from '../jobs/job-change.js';
import { OneLine } from '../text.js';
import { Todo } from './todo.entity.js';

@InputType({ description: 'Something to be done on a job.' })
export class AddTodoInput {
  @FieldFor(internal, 'On which job.', () => ID)
  jobId!: string;

  @OneLine(200)
  @FieldFor(internal, 'What is to be done.', () => String)
  title!: string;
}

@InputType({
  description: 'Changes to a to-do. What is left out stays as it is.',
})
export class UpdateTodoInput {
  @FieldFor(internal, 'Which to-do.', () => ID)
  id!: string;

  @OneLine(200)
  @FieldFor(internal, 'What is to be done.', () => String, {
    nullable: true,
  })
  title?: string | null;

  @FieldFor(internal, 'Whether it is done.', () => Boolean, { nullable: true })
  done?: boolean | null;
}

@ObjectType({ implements: JobChange, description: 'The added to-do.' })
export class AddTodoPayload extends JobChange {
  @FieldFor(internal, 'The new to-do.', () => Todo)
  todo!: Todo;
}

@ObjectType({ implements: JobChange, description: 'The changed to-do.' })
export class UpdateTodoPayload extends JobChange {
  @FieldFor(internal, 'The to-do as it is now.', () => Todo)
  todo!: Todo;
}

@ObjectType({
  implements: JobChange,
  description: 'The job without the to-do.',
})
export class RemoveTodoPayload extends JobChange {
  @FieldFor(internal, 'Id of the to-do that is gone.', () => ID)
  todoId!: string;
}
