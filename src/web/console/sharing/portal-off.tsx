import { useQuery } from 'urql';
import { Notice } from '../../design/notice';
import { ClientPortalSwitchDocument } from '../../gen/operations';
import { RouterLink } from '../app/router';
import { useViewer } from '../session/viewer';
import { reviewStrings as strings } from './review/review-strings';

/** Says that the Client Portal is off, with the way to its switch. Only for staff who may share. */
export function PortalOff() {
  const { may } = useViewer();
  const [{ data }] = useQuery({ query: ClientPortalSwitchDocument, pause: !may('SHARE') });
  if (data?.business?.clientPortalEnabled !== false) return null;
  return <PortalOffNotice tone="warn" />;
}

/** The notice itself; `wrong` where it stopped somebody. */
export function PortalOffNotice({ tone }: { tone: 'warn' | 'wrong' }) {
  const { may } = useViewer();
  return (
    <Notice tone={tone}>
      {strings.portalOff}{' '}
      {may('SWITCH_PORTAL') ? (
        <RouterLink to={['settings']}>{strings.switchOn}</RouterLink>
      ) : (
        strings.askToSwitchOn
      )}
    </Notice>
  );
}
