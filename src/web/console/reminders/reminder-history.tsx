import { Button } from '../../design/button';
import { Card } from '../../design/card';
import {
  InvoiceRemindersDocument,
  PauseRemindersDocument,
  type PauseRemindersInput,
  QuoteRemindersDocument,
  type ReminderOutcomeFragment,
} from '../../gen/operations';
import { ErrorMessage } from '../app/error-message';
import { QueryBoundary } from '../app/query-boundary';
import { useMutationWithPrompt } from '../app/use-mutation-with-prompt';
import { useViewer } from '../session/viewer';
import { reminderStrings as strings } from './reminder-strings';

interface Reminders {
  nextReminderOn: string | null;
  remindersPaused: boolean | null;
  reminders: ReminderOutcomeFragment[] | null;
}

/** Section of an invoice: its reminders, the next one, and the pause. */
export function InvoiceReminders({ id }: { id: string }) {
  return (
    <QueryBoundary query={InvoiceRemindersDocument} variables={{ id }}>
      {({ invoice }) => invoice && <History {...invoice} subject={{ invoiceId: id }} />}
    </QueryBoundary>
  );
}

/** Section of a quote. */
export function QuoteReminders({ id }: { id: string }) {
  return (
    <QueryBoundary query={QuoteRemindersDocument} variables={{ id }}>
      {({ quote }) => quote && <History {...quote} subject={{ quoteId: id }} />}
    </QueryBoundary>
  );
}

interface HistoryProps extends Reminders {
  subject: Pick<PauseRemindersInput, 'invoiceId' | 'quoteId'>;
}

function History({ reminders, nextReminderOn, remindersPaused, subject }: HistoryProps) {
  const { formats } = useViewer();
  const pause = useMutationWithPrompt(PauseRemindersDocument);
  const isPaused = remindersPaused ?? false;
  const next = nextReminderOn ? strings.next(formats.date(nextReminderOn)) : strings.noNext;
  return (
    <Card title={strings.title} className="stack">
      {reminders && reminders.length > 0 ? (
        <ul>
          {reminders.map((reminder) => (
            <li key={reminder.id}>
              {formats.date(reminder.on)}, {strings.step(reminder.kind, reminder.days)}:{' '}
              {outcomeOf(reminder)}
            </li>
          ))}
        </ul>
      ) : (
        <p className="muted">{strings.none}</p>
      )}
      <p className="muted">{isPaused ? strings.paused : next}</p>
      <ErrorMessage error={pause.error} />
      <p>
        <Button
          isBusy={pause.isBusy}
          onClick={() => pause.run({ input: { ...subject, paused: !isPaused } })}
        >
          {isPaused ? strings.resume : strings.pause}
        </Button>
      </p>
    </Card>
  );
}

function outcomeOf({ delivery }: ReminderOutcomeFragment): string {
  if (!delivery) return strings.notSent(strings.noAddress);
  const { status, to, failure } = delivery;
  if (status === 'SENT') return strings.sent(to);
  return status === 'FAILED' || status === 'CANCELLED' ? strings.notSent(failure) : strings.queued;
}
