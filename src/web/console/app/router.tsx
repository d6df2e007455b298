import { type AnchorHTMLAttributes, useSyncExternalStore } from 'react';

/** Segments of the current route: #/jobs/<id>/notes → ['jobs', '<id>', 'notes']. */
export function useRoute(): string[] {
  const hash = useSyncExternalStore(onHashChange, () => location.hash);
  return hash.replace(/^#\/?/, '').split('/').filter(Boolean).map(decodeURIComponent);
}

export function goTo(...route: string[]): void {
  location.hash = hrefOf(route);
}

/** Link to another route of the console. */
export function RouterLink({
  to,
  ...rest
}: { to: string[] } & Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'>) {
  return <a {...rest} href={hrefOf(to)} />;
}

const hrefOf = (route: string[]) => `#/${route.map(encodeURIComponent).join('/')}`;

function onHashChange(onChange: () => void) {
  window.addEventListener('hashchange', onChange);
  return () => window.removeEventListener('hashchange', onChange);
}

/** Section of an address that names none: the office begins with what waits for it. */
export function firstSection(may: (capability: 'WRITE_SALES') => boolean): 'today' | 'jobs' {
  return may('WRITE_SALES') ? 'today' : 'jobs';
}
