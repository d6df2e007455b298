import { type AnchorHTMLAttributes, useSyncExternalStore } from 'react';

/** Where in the console: #/jobs/<id>/notes is ['jobs', '<id>', 'notes']. */
export function useRoute(): string[] {
  const hash = useSyncExternalStore(follow, () => location.hash);
  return hash.replace(/^#\/?/, '').split('/').filter(Boolean).map(decodeURIComponent);
}

export function goTo(...place: string[]): void {
  location.hash = addressOf(place);
}

/** A link to another place of the console. */
export function Go({
  to,
  ...others
}: { to: string[] } & Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'>) {
  return <a {...others} href={addressOf(to)} />;
}

const addressOf = (place: string[]) => `#/${place.map(encodeURIComponent).join('/')}`;

function follow(onChange: () => void) {
  window.addEventListener('hashchange', onChange);
  return () => window.removeEventListener('hashchange', onChange);
}
