import { Button } from '../../design/button';
import { Field } from '../../design/field';
import {
  ChangeTodoDocument,
  DropTodoDocument,
  JobTodosDocument,
  type JobTodosQuery,
  WriteTodoDocument,
} from '../../gen/operations';
import { Asked, Nothing } from '../app/asked';
import { Form } from '../app/form';
import { Problem } from '../app/problem';
import { useChange } from '../app/use-change';
import { words } from '../words';
import type { TabParts } from './job-tabs';

/** What is still to do. */
export function Todos({ id }: TabParts) {
  const write = useChange(WriteTodoDocument);
  return (
    <div className="stack">
      <div className="card">
        <Form
          {...write}
          submit={words.addTodo}
          onSubmit={(typed) => write.run({ input: { jobId: id, title: typed.text('title') } })}
        >
          <Field label={words.newTodo} name="title" required maxLength={500} />
        </Form>
      </div>
      <Asked query={JobTodosDocument} variables={{ id }}>
        {({ job }) => (
          <>
            {job?.todos.length === 0 && <Nothing>{words.noTodos}</Nothing>}
            <ul className="list">
              {job?.todos.map((todo) => (
                <TodoLine key={todo.id} todo={todo} />
              ))}
            </ul>
          </>
        )}
      </Asked>
    </div>
  );
}

type Todo = NonNullable<JobTodosQuery['job']>['todos'][number];

function TodoLine({ todo }: { todo: Todo }) {
  const change = useChange(ChangeTodoDocument);
  const drop = useChange(DropTodoDocument);
  return (
    <li className="line">
      <label className="check">
        <input
          type="checkbox"
          checked={todo.done}
          onChange={(event) => change.run({ input: { id: todo.id, done: event.target.checked } })}
        />
        <span className={todo.done ? 'soft' : undefined}>{todo.title}</span>
      </label>
      <Problem error={change.error ?? drop.error} />
      <Button
        look="danger"
        isBusy={drop.isBusy}
        aria-label={words.removeThat(todo.title)}
        onClick={() => drop.run({ id: todo.id })}
      >
        {words.remove}
      </Button>
    </li>
  );
}
