import { useState } from 'react';
import { Badge } from '../../../design/badge';
import { Button } from '../../../design/button';
import { Card } from '../../../design/card';
import { ConfirmDialog } from '../../../design/confirm-dialog';
import { ApiKeysDocument, type ApiKeysQuery, EndApiKeyDocument } from '../../../gen/operations';
import { ErrorMessage } from '../../app/error-message';
import { PaginatedList } from '../../app/paginated-list';
import { EmptyState } from '../../app/query-boundary';
import { useMutationWithPrompt } from '../../app/use-mutation-with-prompt';
import { useViewer } from '../../session/viewer';
import { strings } from '../../strings';
import { apiKeyStrings as texts } from './api-key-strings';
import { NewApiKey } from './new-api-key';

type ApiKey = ApiKeysQuery['apiKeys']['nodes'][number];

/** API keys of the business, and a form for another; nothing for those who may not manage them. */
export function ApiKeys() {
  const { may } = useViewer();
  const [changes, setChanges] = useState(0);
  if (!may('MANAGE_STAFF')) return null;
  const onChange = () => setChanges((count) => count + 1);
  return (
    <Card title={texts.title} className="stack">
      <p className="muted">{texts.hint}</p>
      <PaginatedList
        key={changes}
        query={ApiKeysDocument}
        variables={{}}
        connection={({ apiKeys }) => apiKeys}
      >
        {(keys) =>
          keys.length === 0 ? (
            <EmptyState>{texts.none}</EmptyState>
          ) : (
            <ul className="list">
              {keys.map((each) => (
                <ApiKeyRow key={each.id} apiKey={each} onEnd={onChange} />
              ))}
            </ul>
          )
        }
      </PaginatedList>
      <NewApiKey onMade={onChange} />
    </Card>
  );
}

function ApiKeyRow({ apiKey, onEnd }: { apiKey: ApiKey; onEnd: () => void }) {
  const { formats } = useViewer();
  const [isEnding, setEnding] = useState(false);
  const { name, prefix, createdAt, createdBy, lastUsedAt, lastUsedFrom, expiresOn, endedAt } =
    apiKey;
  const parts = [
    texts.madeBy(createdBy?.name ?? '–', formats.dateTime(createdAt)),
    lastUsedAt ? texts.used(formats.dateTime(lastUsedAt), lastUsedFrom ?? '–') : texts.neverUsed,
    expiresOn && texts.endsOn(formats.date(expiresOn)),
  ];
  return (
    <li className="list-row">
      <div>
        <p>
          <strong>{name}</strong> <code>{prefix}…</code>
        </p>
        <p className="muted small">{parts.filter(Boolean).join(', ')}</p>
      </div>
      {endedAt ? (
        <Badge>{texts.ended}</Badge>
      ) : (
        <Button variant="danger" aria-label={texts.endNamed(name)} onClick={() => setEnding(true)}>
          {texts.end}
        </Button>
      )}
      {isEnding && (
        <EndDialog
          apiKey={apiKey}
          onClose={() => setEnding(false)}
          onDone={() => {
            setEnding(false);
            onEnd();
          }}
        />
      )}
    </li>
  );
}

interface EndDialogProps {
  apiKey: ApiKey;
  onClose: () => void;
  onDone: () => void;
}

function EndDialog({ apiKey: { id, name }, onClose, onDone }: EndDialogProps) {
  const end = useMutationWithPrompt(EndApiKeyDocument);
  const confirm = async () => {
    const { data } = await end.run({ id });
    if (data) onDone();
  };
  return (
    <ConfirmDialog
      question={texts.confirmEnd(name)}
      consequence={texts.endHint}
      keep={strings.cancel}
      confirm={texts.end}
      isBusy={end.isBusy}
      onConfirm={confirm}
      onClose={onClose}
    >
      <ErrorMessage error={end.error} />
    </ConfirmDialog>
  );
}
