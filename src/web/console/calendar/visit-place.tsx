import { useViewer } from '../session/viewer';
import type { CalendarVisit } from './placed-visits';

/** Address of a visit, as a link to a map, and its client with a number to call. */
export function VisitPlace({ visit }: { visit: CalendarVisit }) {
  const { phoneText } = useViewer();
  const { siteAddress, client } = visit.job ?? {};
  return (
    <>
      {siteAddress && (
        <p>
          <a href={mapOf(siteAddress)} target="_blank" rel="noreferrer">
            <bdi>{siteAddress}</bdi>
          </a>
        </p>
      )}
      {client && (
        <p>
          <bdi>{client.name}</bdi>
          {client.phone && (
            <>
              {' · '}
              <a href={`tel:${client.phone}`}>{phoneText(client.phone)}</a>
            </>
          )}
        </p>
      )}
    </>
  );
}

function mapOf(address: string): string {
  return `https://www.google.com/maps/search/?api=1&query=${encodeURIComponent(address)}`;
}
