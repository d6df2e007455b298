import { useState } from 'react';
import { Badge } from '../../../design/badge';
import { Button } from '../../../design/button';
import { Notice } from '../../../design/notice';
import {
  ChangeWebhookEndpointDocument,
  DeleteWebhookEndpointDocument,
  RenewWebhookSecretDocument,
  TryWebhookDocument,
  type WebhookEndpointFieldsFragment,
} from '../../../gen/operations';
import { ErrorMessage } from '../../app/error-message';
import { useMutationWithPrompt } from '../../app/use-mutation-with-prompt';
import { useViewer } from '../../session/viewer';
import { Deliveries } from './deliveries';
import { webhookStrings as strings } from './webhook-strings';

interface EndpointProps {
  endpoint: WebhookEndpointFieldsFragment;
  refetch: () => void;
  onSecret: (secret: string) => void;
}

/** One address, with its state, what can be done with it, and its deliveries. */
export function Endpoint({ endpoint, refetch, onSecret }: EndpointProps) {
  const { id, url, description, topics, disabledReason, registeredBy, previousSecretUntil } =
    endpoint;
  const isOn = endpoint.status === 'ENABLED';
  const change = useMutationWithPrompt(ChangeWebhookEndpointDocument);
  const remove = useMutationWithPrompt(DeleteWebhookEndpointDocument);
  const renew = useMutationWithPrompt(RenewWebhookSecretDocument);
  const test = useMutationWithPrompt(TryWebhookDocument);
  const [isOpen, setOpen] = useState(false);
  const { formats } = useViewer();
  return (
    <section className="stack" aria-label={url}>
      <p className="row">
        <strong className="webhook-url">{url}</strong>
        {isOn ? (
          <Badge tone={endpoint.failingSince ? 'warn' : 'good'}>
            {endpoint.failingSince ? strings.failing : strings.on}
          </Badge>
        ) : (
          <Badge tone="plain">{strings.off}</Badge>
        )}
      </p>
      <p className="muted small">
        {[description, topics.join(' '), registeredBy && strings.registeredBy(registeredBy.name)]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {disabledReason && <Notice tone="warn">{strings.reasons[disabledReason]}</Notice>}
      {previousSecretUntil && (
        <p className="muted small">{strings.twoSecrets(formats.dateTime(previousSecretUntil))}</p>
      )}
      <div className="row">
        <Button
          isBusy={change.isBusy}
          onClick={async () => {
            await change.run({ input: { id, enabled: !isOn } });
            refetch();
          }}
        >
          {isOn ? strings.switchOff : strings.switchOn}
        </Button>
        {isOn && (
          <Button
            isBusy={test.isBusy}
            onClick={async () => {
              setOpen(false);
              await test.run({ id });
              setOpen(true);
            }}
          >
            {strings.test}
          </Button>
        )}
        <Button onClick={() => setOpen(!isOpen)}>{strings.deliveries}</Button>
        <Button
          isBusy={renew.isBusy}
          onClick={async () => {
            const { data } = await renew.run({ id });
            if (data) onSecret(data.rotateWebhookSecret.secret);
            refetch();
          }}
        >
          {strings.renewSecret}
        </Button>
        <Button
          variant="danger"
          isBusy={remove.isBusy}
          onClick={async () => {
            await remove.run({ id });
            refetch();
          }}
        >
          {strings.remove}
        </Button>
      </div>
      <ErrorMessage error={change.error ?? remove.error ?? renew.error ?? test.error} />
      {isOpen && <Deliveries endpointId={id} />}
    </section>
  );
}
