import { useWaitingPrompts } from '../sharing/waiting-prompts';
import { words } from '../words';
import { Go, useRoute } from './route';
import { useViewer } from './viewer';

/** The rooms that this person may enter. */
export function Navigation() {
  const { may } = useViewer();
  const [here = 'jobs'] = useRoute();
  const waiting = useWaitingPrompts();
  const rooms = [
    { name: 'jobs', isOpen: true },
    { name: 'prompts', isOpen: may('SHARE'), count: waiting.length },
    { name: 'enquiries', isOpen: may('WRITE_SALES') },
    { name: 'quotes', isOpen: may('WRITE_SALES') },
    { name: 'invoices', isOpen: may('READ_INVOICES') },
    { name: 'clients', isOpen: may('WRITE_SALES') },
    { name: 'staff', isOpen: may('MANAGE_STAFF') },
    { name: 'settings', isOpen: may('SWITCH_PORTAL') },
  ] as const;
  return (
    <nav className="rooms" aria-label={words.rooms}>
      {rooms
        .filter(({ isOpen }) => isOpen)
        .map(({ name, ...room }) => (
          <Go key={name} to={[name]} aria-current={here === name ? 'page' : undefined}>
            {words.room[name]}
            {'count' in room && room.count > 0 && <span className="count">{room.count}</span>}
          </Go>
        ))}
    </nav>
  );
}
