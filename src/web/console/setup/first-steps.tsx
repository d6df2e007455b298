import { Badge } from '../../design/badge';
import { FirstStepsDocument, type FirstStepsQuery } from '../../gen/operations';
import { QueryBoundary } from '../app/query-boundary';
import { RouterLink } from '../app/router';
import { useViewer } from '../session/viewer';
import { setupStrings } from './setup-strings';

const strings = setupStrings.steps;

/** What a new business does first, ticked by what is there. */
export function FirstSteps() {
  const { may } = useViewer();
  return (
    <div className="stack narrow">
      <h1>{strings.title}</h1>
      <p className="muted">{strings.hint}</p>
      <QueryBoundary query={FirstStepsDocument} variables={{}}>
        {(data) => (
          <ol className="list">
            {stepsOf(data)
              .filter(({ name }) => name !== 'staff' || may('MANAGE_STAFF'))
              .map((step) => (
                <Step key={step.name} {...step} />
              ))}
          </ol>
        )}
      </QueryBoundary>
    </div>
  );
}

interface StepProps {
  name: 'portal' | 'client' | 'job' | 'staff';
  to: string[];
  isDone: boolean;
}

function Step({ name, to, isDone }: StepProps) {
  const [title, hint] = strings[name];
  return (
    <li className="list-row">
      <div>
        <RouterLink to={to}>{title}</RouterLink>
        <p className="muted small">{hint}</p>
      </div>
      <Badge tone={isDone ? 'good' : 'plain'}>{isDone ? strings.done : strings.open}</Badge>
    </li>
  );
}

/** The steps in order. */
export function stepsOf({ business, clients, jobs, staffMembers }: FirstStepsQuery): StepProps[] {
  return [
    { name: 'portal', to: ['settings'], isDone: business?.clientPortalEnabled ?? false },
    { name: 'client', to: ['clients'], isDone: clients.nodes.length > 0 },
    { name: 'job', to: ['jobs', 'new'], isDone: jobs.nodes.length > 0 },
    { name: 'staff', to: ['staff'], isDone: staffMembers.length > 1 },
  ];
}
