import { Ctx, ID, Resolver } from 'type-graphql';
import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import { staffAndClient } from '../../visibility/audience.js';
import { may, rolesWith } from '../../visibility/capabilities.js';
import { ArgFor } from '../../visibility/declare/arguments.js';
import { MutationFor } from '../../visibility/declare/operations.js';
import { Refusal } from '../../visibility/refusals.js';
import { connectionOf } from '../common/connection.js';
import type { StaffContext } from '../common/context.js';
import { changeFields, fieldsOf } from '../common/copy-fields.js';
import { refuseIfChanged } from '../common/if-unchanged-since.js';
import { HasMany, PageOf, type Related } from '../common/relations.js';
import { Job } from '../jobs/job.entity.js';
import { lockJob, partOfJob, staffOf } from '../jobs/lock-job.js';
import { removeForUndo } from '../removals/remove-for-undo.js';
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
  @HasMany(staffAndClient, 'To-dos, oldest first.', () => Todo, 'job')
  todos!: Todo[];

  @PageOf(
    'todos',
    staffAndClient,
    () => TodoConnection,
    () => Todo,
    'job',
  )
  todosPage!: Related<InstanceType<typeof TodoConnection>>;

  @MutationFor(rolesWith('WRITE_JOBS'), 'Adds a to-do to a job.', () => AddTodoPayload)
  addTodo(
    @ArgFor(rolesWith('WRITE_JOBS'), 'input', 'To-do to add.', () => AddTodoInput)
    input: AddTodoInput,
    @Ctx() { change }: StaffContext,
  ) {
    return change(async (unit) => {
      const job = await lockJob(unit, input.jobId);
      const todo = unit.em.create(
        Todo,
        { ...fieldsOf(unit, Todo, input), businessId: job.businessId, job },
        { partial: true },
      );
      return { todo, job };
    });
  }

  @MutationFor(
    rolesWith('WORK_ON_JOBS'),
    'Updates a to-do, for example marks it as done. Its title can only be changed with WRITE_JOBS.',
    () => UpdateTodoPayload,
  )
  updateTodo(
    @ArgFor(rolesWith('WORK_ON_JOBS'), 'input', 'Changes to make.', () => UpdateTodoInput)
    input: UpdateTodoInput,
    @Ctx() { change }: StaffContext,
  ) {
    return change(async (unit) => {
      const { part: todo, job } = await partOfJob(unit, Todo, input.id);
      if (typeof input.title === 'string') requireWriteJobs(unit);
      await refuseIfChanged(unit, todo, input.ifUnchangedSince, input);
      changeFields(unit, todo, input, 'KEEP');
      return { todo, job };
    });
  }

  @MutationFor(
    rolesWith('WRITE_JOBS'),
    'Removes a to-do. If it was shared, the client sees it until the next share, unless the job is kept in sync.',
    () => RemoveTodoPayload,
  )
  removeTodo(
    @ArgFor(rolesWith('WRITE_JOBS'), 'id', 'To-do ID.', () => ID) id: string,
    @Ctx() { change }: StaffContext,
  ) {
    return change(async (unit) => {
      const { part: todo, job } = await partOfJob(unit, Todo, id);
      await removeForUndo(unit, 'TODO', todo);
      return { todoId: id, job };
    });
  }
}

/** Throws FORBIDDEN for roles that tick to-dos only. */
function requireWriteJobs(unit: Unit): void {
  if (may(staffOf(unit).audience, 'WRITE_JOBS')) return;
  throw new Refusal(
    'FORBIDDEN',
    'Your role ticks to-dos; ask a supervisor, an admin or the owner to change the text.',
  );
}
