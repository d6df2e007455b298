import { Written } from '../../design/text/written';
import type { PortalJobFragment } from '../../gen/portal-operations';
import { NewMark } from '../news/new-mark';
import { useTexts } from '../texts';
import { Fold } from './fold';
import { Section } from './section';

type Step = PortalJobFragment['todos'][number];

const STEPS_SHOWN = 12;

/** The work as progress: how much is done, and each step of it. Nothing to tick. */
export function Work({ todos }: { todos: Step[] }) {
  const { pageStrings } = useTexts();
  if (todos.length === 0) return null;
  const done = todos.filter((step) => step.done).length;
  return (
    <Section name="todos" title={pageStrings.work}>
      <Progress done={done} total={todos.length} />
      <Fold
        items={todos}
        shown={STEPS_SHOWN}
        more={pageStrings.more.work}
        keyOf={({ id }) => id}
        list={(steps) => <ul className="work">{steps}</ul>}
        item={(step, folded) => <StepOfWork step={step} folded={folded} />}
      />
    </Section>
  );
}

function Progress({ done, total }: { done: number; total: number }) {
  const { pageStrings } = useTexts();
  const label = pageStrings.workDone(done, total);
  return (
    <div className="progress">
      <progress value={done} max={total} aria-label={label} />
      <span className="small muted" aria-hidden="true">
        {label}
      </span>
    </div>
  );
}

function StepOfWork({ step: { id, title, done }, folded }: { step: Step; folded: string }) {
  const { pageStrings } = useTexts();
  return (
    <li className={`${done ? 'done' : 'ahead'} ${folded}`}>
      <span className="mark" aria-hidden="true" />
      <span>
        <span className="visually-hidden">{done ? pageStrings.isDone : pageStrings.isAhead}: </span>
        <Written>{title}</Written>
        <NewMark section="todos" id={id} />
      </span>
    </li>
  );
}
