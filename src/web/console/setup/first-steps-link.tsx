import { useQuery } from 'urql';
import { FirstStepsDocument } from '../../gen/operations';
import { RouterLink } from '../app/router';
import { useViewer } from '../session/viewer';
import { stepsOf } from './first-steps';
import { setupStrings } from './setup-strings';

/** Link to the first steps until they are done; who works alone invites nobody. */
export function FirstStepsLink({ isCurrent }: { isCurrent: boolean }) {
  const [{ data }] = useQuery({ query: FirstStepsDocument, requestPolicy: 'cache-first' });
  const worksAlone = useViewer().role === 'SOLE_TRADER';
  const isOpen =
    data && stepsOf(data).some(({ name, isDone }) => !isDone && !(worksAlone && name === 'staff'));
  if (!isOpen && !isCurrent) return null;
  return (
    <RouterLink to={['first-steps']} aria-current={isCurrent ? 'page' : undefined}>
      {setupStrings.steps.link}
    </RouterLink>
  );
}
