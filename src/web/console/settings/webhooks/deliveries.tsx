import { Badge, type Tone } from '../../../design/badge';
import { Button } from '../../../design/button';
import {
  SendWebhookAgainDocument,
  WebhookDeliveriesDocument,
  type WebhookDeliveryFieldsFragment,
  type WebhookDeliveryStatus,
} from '../../../gen/operations';
import { ErrorMessage } from '../../app/error-message';
import { EmptyState, QueryBoundary } from '../../app/query-boundary';
import { useMutationWithPrompt } from '../../app/use-mutation-with-prompt';
import { useViewer } from '../../session/viewer';
import { webhookStrings as strings } from './webhook-strings';

const TONES: Record<WebhookDeliveryStatus, Tone> = {
  WAITING: 'plain',
  DELIVERED: 'good',
  FAILED: 'warn',
  CANCELLED: 'plain',
};

/** The last events of an address, and what became of them. */
export function Deliveries({ endpointId }: { endpointId: string }) {
  const again = useMutationWithPrompt(SendWebhookAgainDocument);
  return (
    <QueryBoundary query={WebhookDeliveriesDocument} variables={{}}>
      {({ webhookEndpoints }, refetch) => {
        const nodes = webhookEndpoints.find(({ id }) => id === endpointId)?.deliveries.nodes ?? [];
        return (
          <div className="stack">
            {nodes.length === 0 && <EmptyState>{strings.noDeliveries}</EmptyState>}
            <ul className="stack">
              {nodes.map((delivery) => (
                <li key={delivery.id} className="row">
                  <Delivery delivery={delivery} />
                  <Button
                    isBusy={again.isBusy}
                    onClick={async () => {
                      await again.run({ id: delivery.id });
                      refetch();
                    }}
                  >
                    {strings.sendAgain}
                  </Button>
                </li>
              ))}
            </ul>
            <ErrorMessage error={again.error} />
            <p>
              <Button onClick={refetch}>{strings.refresh}</Button>
            </p>
          </div>
        );
      }}
    </QueryBoundary>
  );
}

function Delivery({ delivery }: { delivery: WebhookDeliveryFieldsFragment }) {
  const { type, status, attempts, statusCode, error, createdAt, nextAttemptAt } = delivery;
  const { formats } = useViewer();
  const facts = [
    formats.dateTime(createdAt),
    strings.attempts(attempts),
    statusCode,
    error,
    nextAttemptAt && attempts > 0 && strings.nextAttempt(formats.dateTime(nextAttemptAt)),
  ];
  return (
    <span>
      {type} <Badge tone={TONES[status]}>{strings.statuses[status]}</Badge>
      <span className="muted small"> {facts.filter(Boolean).join(' · ')}</span>
    </span>
  );
}
