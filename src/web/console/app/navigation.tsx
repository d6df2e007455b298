import { LinkStrip } from '../phone/link-strip';
import { useViewer } from '../session/viewer';
import { FirstStepsLink } from '../setup/first-steps-link';
import { useWaitingPrompts } from '../sharing/waiting-prompts';
import { strings } from '../strings';
import { RouterLink, useRoute } from './router';

/** Links to the sections that this staff member may open. */
export function Navigation() {
  const { may } = useViewer();
  const [current = 'jobs'] = useRoute();
  const waiting = useWaitingPrompts();
  const sections = [
    { name: 'jobs', isAllowed: true },
    { name: 'prompts', isAllowed: may('SHARE'), count: waiting.length },
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
        .map(({ name, ...section }) => (
          <RouterLink key={name} to={[name]} aria-current={current === name ? 'page' : undefined}>
            {strings.sections[name]}
            {'count' in section && section.count > 0 && (
              <span className="count">{section.count}</span>
            )}
          </RouterLink>
        ))}
      {may('SWITCH_PORTAL') && <FirstStepsLink isCurrent={current === 'first-steps'} />}
    </LinkStrip>
  );
}
