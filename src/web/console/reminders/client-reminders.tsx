import { Button } from '../../design/button';
import { Card } from '../../design/card';
import { ClientRemindersDocument, PauseRemindersDocument } from '../../gen/operations';
import { ErrorMessage } from '../app/error-message';
import { QueryBoundary } from '../app/query-boundary';
import { useMutationWithPrompt } from '../app/use-mutation-with-prompt';
import { reminderStrings as strings } from './reminder-strings';

/** Section of a client: whether it gets reminders. */
export function ClientReminders({ id }: { id: string }) {
  const pause = useMutationWithPrompt(PauseRemindersDocument);
  return (
    <QueryBoundary query={ClientRemindersDocument} variables={{ id }}>
      {({ client }) =>
        client && (
          <Card title={strings.title} className="stack">
            {client.remindersPaused && <p className="muted">{strings.clientPaused}</p>}
            <ErrorMessage error={pause.error} />
            <p>
              <Button
                isBusy={pause.isBusy}
                onClick={() =>
                  pause.run({ input: { clientId: id, paused: !client.remindersPaused } })
                }
              >
                {client.remindersPaused ? strings.resume : strings.pause}
              </Button>
            </p>
          </Card>
        )
      }
    </QueryBoundary>
  );
}
