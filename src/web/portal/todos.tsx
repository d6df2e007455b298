import { Card } from '../design/card';
import type { JobOfPortalFragment } from '../gen/operations';
import { words } from './words';

/** What is done and what is still to do. */
export function Todos({ todos }: { todos: JobOfPortalFragment['todos'] }) {
  if (todos.length === 0) return null;
  return (
    <Card title={words.todos}>
      <ul className="todos">
        {todos.map(({ id, title, done }) => (
          <li key={id} className={done ? 'done' : ''}>
            <span className="tick" aria-hidden="true" />
            <span>
              <span className="unseen">{done ? words.done : words.open}: </span>
              {title}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
