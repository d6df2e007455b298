import { type AnchorHTMLAttributes, useSyncExternalStore } from 'react';

/** Dispatched when the filters of the address were replaced, which the browser does not tell. */
const FILTERS_REPLACED = 'filtersreplaced';

/** Segments of the current route: #/jobs/<id>/notes?search=x → ['jobs', '<id>', 'notes']. */
export function useRoute(): string[] {
  return pathOf(useHash()).split('/').filter(Boolean).map(decodeURIComponent);
}

/** Filters of the current route: #/invoices?status=SENT → status: SENT. */
export function useFilters(): URLSearchParams {
  return new URLSearchParams(useHash().split('?')[1]);
}

/**
 * Writes filters into the address, where Back and a reload find them; an empty one is left out. `replace` adds no step for Back:
 * for what is being typed.
 */
export function setFilters(changes: Record<string, string>, { replace = false } = {}): void {
  const [path = '', query] = location.hash.split('?');
  const filters = new URLSearchParams(query);
  for (const [name, value] of Object.entries(changes)) {
    if (value) filters.set(name, value);
    else filters.delete(name);
  }
  const hash = [path || '#/', filters.toString()].filter(Boolean).join('?');
  if (hash === location.hash) return;
  if (!replace) {
    location.hash = hash;
    return;
  }
  history.replaceState(history.state, '', hash);
  window.dispatchEvent(new Event(FILTERS_REPLACED));
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

const pathOf = (hash: string) => hash.replace(/^#\/?/, '').split('?')[0] ?? '';

const useHash = () => useSyncExternalStore(onHashChange, () => location.hash);

function onHashChange(onChange: () => void) {
  window.addEventListener('hashchange', onChange);
  window.addEventListener(FILTERS_REPLACED, onChange);
  return () => {
    window.removeEventListener('hashchange', onChange);
    window.removeEventListener(FILTERS_REPLACED, onChange);
  };
}

/** Section of an address that names none: the office begins with what waits for it. */
export function firstSection(may: (capability: 'WRITE_SALES') => boolean): 'today' | 'jobs' {
  return may('WRITE_SALES') ? 'today' : 'jobs';
}
