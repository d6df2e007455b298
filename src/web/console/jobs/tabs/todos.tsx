import { Button } from '../../../design/button';
import { Field } from '../../../design/field';
import { Written } from '../../../design/text/written';
import {
  AddTodoDocument,
  JobTodosDocument,
  type JobTodosQuery,
  RemoveTodoDocument,
  UpdateTodoDocument,
} from '../../../gen/operations';
import { ErrorMessage } from '../../app/error-message';
import { Form } from '../../app/form';
import { EmptyState, QueryBoundary } from '../../app/query-boundary';
import { useMutationWithPrompt } from '../../app/use-mutation-with-prompt';
import { useViewer } from '../../session/viewer';
import { strings } from '../../strings';
import { useOfferUndo } from '../../undo/undo-provider';
import { WithClient } from '../with-client';
import type { TabProps } from './tab-props';

/** Tab: to-dos of the job. */
export function Todos({ id }: TabProps) {
  const { may } = useViewer();
  return (
    <div className="stack">
      {may('WRITE_JOBS') && <NewTodo jobId={id} />}
      <QueryBoundary query={JobTodosDocument} variables={{ id }}>
        {({ job }) => (
          <>
            {job?.todos.length === 0 && <EmptyState>{strings.noTodos}</EmptyState>}
            <ul className="list">
              {job?.todos.map((todo) => (
                <TodoRow key={todo.id} todo={todo} />
              ))}
            </ul>
          </>
        )}
      </QueryBoundary>
    </div>
  );
}

function NewTodo({ jobId }: { jobId: string }) {
  const add = useMutationWithPrompt(AddTodoDocument);
  return (
    <div className="card">
      <Form
        draft="todo"
        {...add}
        submit={strings.addTodo}
        onSubmit={(values) => add.run({ input: { jobId, title: values.text('title') } })}
      >
        <Field label={strings.newTodo} name="title" required maxLength={200} />
      </Form>
    </div>
  );
}

type Todo = NonNullable<JobTodosQuery['job']>['todos'][number];

function TodoRow({ todo }: { todo: Todo }) {
  const { may } = useViewer();
  const update = useMutationWithPrompt(UpdateTodoDocument);
  const remove = useMutationWithPrompt(RemoveTodoDocument);
  const offerUndo = useOfferUndo();
  const removeTodo = async () => {
    const { data } = await remove.run({ id: todo.id });
    if (data) offerUndo({ id: todo.id, name: todo.title });
  };
  return (
    <li className="list-row">
      <label className="checkbox">
        <input
          type="checkbox"
          checked={todo.done}
          disabled={!may('WORK_ON_JOBS')}
          onChange={(event) => update.run({ input: { id: todo.id, done: event.target.checked } })}
        />
        <span className={todo.done ? 'muted' : undefined}>
          <Written>{todo.title}</Written>
        </span>
      </label>
      <WithClient id={todo.id} />
      <ErrorMessage error={update.error ?? remove.error} />
      {may('WRITE_JOBS') && (
        <Button
          variant="danger"
          isBusy={remove.isBusy}
          aria-label={strings.removeNamed(todo.title)}
          onClick={removeTodo}
        >
          {strings.remove}
        </Button>
      )}
    </li>
  );
}
