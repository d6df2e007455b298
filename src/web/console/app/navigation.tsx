import { LinkStrip } from '../phone/link-strip';
import { useViewer } from '../session/viewer';
import { FirstStepsLink } from '../setup/first-steps-link';
import { strings } from '../strings';
import { useWaitingCounts } from '../today/today-context';
import { todayStrings } from '../today/today-strings';
import { firstSection, RouterLink, useRoute } from './router';

/** Links to the sections that this staff member may open. */
export function Navigation() {
  const { may } = useViewer();
  const [current = firstSection(may)] = useRoute();
  const counts = useWaitingCounts();
  const sections = [
    { name: 'today', isAllowed: may('WRITE_SALES') },
    { name: 'my-day', isAllowed: may('WORK_ON_JOBS') && !may('SEE_ALL_JOBS') },
    { name: 'jobs', isAllowed: true },
    { name: 'calendar', isAllowed: may('WORK_ON_JOBS') },
    { name: 'prompts', isAllowed: may('SHARE') },
    { name: 'messages', isAllowed: may('MESSAGE_CLIENTS') },
    { name: 'enquiries', isAllowed: may('ANSWER_ENQUIRIES') },
    { name: 'quotes', isAllowed: may('WRITE_SALES') },
    { name: 'invoices', isAllowed: may('READ_INVOICES') },
    { name: 'clients', isAllowed: may('WRITE_SALES') },
    { name: 'staff', isAllowed: may('MANAGE_STAFF') },
    { name: 'settings', isAllowed: may('SWITCH_PORTAL') || may('MANAGE_PAYMENT_TERMS') },
    { name: 'account', isAllowed: true },
  ] as const;
  return (
    <LinkStrip className="main-nav" label={strings.navigation} current={current}>
      {sections
        .filter(({ isAllowed }) => isAllowed)
        .map(({ name }) => (
          <RouterLink key={name} to={[name]} aria-current={current === name ? 'page' : undefined}>
            {strings.sections[name]}
            <Count of={counts[name]} />
          </RouterLink>
        ))}
      {may('SWITCH_PORTAL') && <FirstStepsLink isCurrent={current === 'first-steps'} />}
    </LinkStrip>
  );
}

function Count({ of = 0 }: { of?: number }) {
  if (of === 0) return null;
  return (
    <span className="count" title={todayStrings.waiting(of)}>
      {of}
    </span>
  );
}
