import { useDeferredValue } from 'react';
import { useQuery } from 'urql';
import { Button } from '../../design/button';
import { SimilarClientsDocument, type SimilarClientsQuery } from '../../gen/operations';
import { RouterLink } from '../app/router';
import { useViewer } from '../session/viewer';
import { clientsStrings } from './clients-strings';

type SimilarClient = SimilarClientsQuery['similarClients'][number];

interface SimilarClientsProps {
  typed: { name: string; email: string; phone: string };
  /** The client that is edited, who is no duplicate of itself. */
  exceptId?: string;
  /** With this a client is chosen instead of opened. */
  onChoose?: (client: SimilarClient) => void;
}

const MIN_LENGTH = 3;

/** Hint at clients who are probably the same as the one that is typed. */
export function SimilarClients({ typed, exceptId, onChoose }: SimilarClientsProps) {
  const { phoneText } = useViewer();
  const variables = useDeferredValue(typed);
  const isEmpty = Object.values(variables).every((text) => text.trim().length < MIN_LENGTH);
  const [{ data }] = useQuery({ query: SimilarClientsDocument, variables, pause: isEmpty });
  const similar = isEmpty ? [] : (data?.similarClients ?? []).filter(({ id }) => id !== exceptId);
  return (
    <div role="status" className="similar-clients">
      {similar.length > 0 && (
        <div className="notice">
          <p>{clientsStrings.similar}</p>
          <ul>
            {similar.map((client) => (
              <li key={client.id} className="row">
                {onChoose ? (
                  <Button onClick={() => onChoose(client)}>
                    {clientsStrings.chooseClient(client.name)}
                  </Button>
                ) : (
                  <RouterLink to={['clients', client.id]}>
                    {clientsStrings.openClient(client.name)}
                  </RouterLink>
                )}
                <span className="small">
                  {[
                    client.email,
                    phoneText(client.phone),
                    client.archivedAt && clientsStrings.archived,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
