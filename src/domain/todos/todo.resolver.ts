import { Ctx, ID, Resolver } from 'type-graphql';
import { staffAndClient } from '../../visibility/audience.js';
import { ArgFor, MutationFor } from '../../visibility/declare.js';
import type { StaffContext } from '../context.js';
import { Job } from '../jobs/job.entity.js';
import { jobToChange, partOfJob } from '../jobs/job-to-change.js';
import { connectionOf } from '../pages.js';
import { ListFor, PageOf, type Related } from '../relations.js';
import { whoMay } from '../staff/capabilities.js';
import { Todo } from './todo.entity.js';
import {
  AddTodoInput,
  AddTodoPayload,
  RemoveTodoPayload,
  UpdateTodoInput,
  UpdateTodoPayload,
} from './todo.inputs.js';

const TodoConnection = connectionOf(() => Todo, 'Todo', staffAndClient);

@Resolver(() => Job)
export class TodoResolver {
  @ListFor(staffAndClient, 'To-dos, first added first.', () => Todo, 'job')
  todos!: Todo[];

  @PageOf(
    'todos',
    staffAndClient,
    () => TodoConnection,
    () => Todo,
    'job',
  )
  todosPage!: Related<InstanceType<typeof TodoConnection>>;

  @MutationFor(whoMay('WORK_ON_JOBS'), 'Adds a to-do to a job.', () => AddTodoPayload)
  addTodo(
    @ArgFor(whoMay('WORK_ON_JOBS'), 'input', 'The to-do.', () => AddTodoInput) input: AddTodoInput,
    @Ctx() { change }: StaffContext,
  ) {
    return change(async (unit) => {
      const job = await jobToChange(unit, input.jobId);
      const title = input.title.trim();
      const todo = unit.em.create(
        Todo,
        { businessId: job.businessId, job, title },
        { partial: true },
      );
      return { todo, job };
    });
  }

  @MutationFor(whoMay('WORK_ON_JOBS'), 'Changes a to-do, or ticks it off.', () => UpdateTodoPayload)
  updateTodo(
    @ArgFor(whoMay('WORK_ON_JOBS'), 'input', 'What changes.', () => UpdateTodoInput)
    input: UpdateTodoInput,
    @Ctx() { change }: StaffContext,
  ) {
    return change(async (unit) => {
      const { part: todo, job } = await partOfJob(unit, Todo, input.id);
      todo.title = input.title?.trim() ?? todo.title;
      todo.done = input.done ?? todo.done;
      return { todo, job };
    });
  }

  @MutationFor(
    whoMay('WORK_ON_JOBS'),
    'Removes a to-do. If it was shared, its client has it until the next share, unless the job is kept in sync.',
    () => RemoveTodoPayload,
  )
  removeTodo(
    @ArgFor(whoMay('WORK_ON_JOBS'), 'id', 'Which to-do.', () => ID) id: string,
    @Ctx() { change }: StaffContext,
  ) {
    return change(async (unit) => {
      const { part: todo, job } = await partOfJob(unit, Todo, id);
      unit.em.remove(todo);
      return { todoId: id, job };
    });
  }
}
