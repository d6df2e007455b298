import { useState } from 'react';
import { Button } from '../../../design/button';
import { Card } from '../../../design/card';
import { Field } from '../../../design/field';
import { AddWebhookEndpointDocument, WebhooksDocument } from '../../../gen/operations';
import { CopyButton } from '../../app/copy-button';
import { Form } from '../../app/form';
import { EmptyState, QueryBoundary } from '../../app/query-boundary';
import { useMutationWithPrompt } from '../../app/use-mutation-with-prompt';
import { Endpoint } from './endpoint';
import { webhookStrings as strings } from './webhook-strings';

/** Section: addresses of programs that are told of changes. */
export function Webhooks() {
  const [secret, setSecret] = useState<string | null>(null);
  return (
    <QueryBoundary query={WebhooksDocument} variables={{}}>
      {({ webhookEndpoints, webhookTopics }, refetch) => (
        <Card title={strings.title} className="stack">
          <p className="muted">{strings.hint}</p>
          {webhookEndpoints.length === 0 && <EmptyState>{strings.none}</EmptyState>}
          {webhookEndpoints.map((endpoint) => (
            <Endpoint
              key={endpoint.id}
              endpoint={endpoint}
              refetch={refetch}
              onSecret={setSecret}
            />
          ))}
          {secret ? (
            <Secret secret={secret} onDone={() => setSecret(null)} />
          ) : (
            <NewEndpoint topics={webhookTopics} onAdded={setSecret} refetch={refetch} />
          )}
        </Card>
      )}
    </QueryBoundary>
  );
}

function Secret({ secret, onDone }: { secret: string; onDone: () => void }) {
  return (
    <div className="stack" role="status">
      <Field label={strings.secret} value={secret} readOnly />
      <p className="muted small">{strings.secretHint}</p>
      <div className="row">
        <CopyButton text={secret} label={strings.copySecret} />
        <Button onClick={onDone}>{strings.done}</Button>
      </div>
    </div>
  );
}

interface NewEndpointProps {
  topics: string[];
  onAdded: (secret: string) => void;
  refetch: () => void;
}

function NewEndpoint({ topics, onAdded, refetch }: NewEndpointProps) {
  const add = useMutationWithPrompt(AddWebhookEndpointDocument);
  return (
    <Form
      draft="webhook"
      {...add}
      submit={strings.add}
      variant="plain"
      onSubmit={async (values) => {
        const result = await add.run({
          input: {
            url: values.text('url'),
            description: values.optional('description'),
            topics: values.text('topics').split(/[\s,]+/),
          },
        });
        if (result.data) {
          onAdded(result.data.createWebhookEndpoint.secret);
          refetch();
        }
        return result;
      }}
    >
      <Field label={strings.url} name="url" type="url" required maxLength={1000} />
      <Field label={strings.description} name="description" maxLength={200} />
      <Field label={strings.topics} name="topics" required defaultValue="*" spellCheck={false} />
      <p className="muted small">{strings.topicsHint(topics)}</p>
    </Form>
  );
}
