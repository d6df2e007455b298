import { useState } from 'react';
import { Badge } from '../../design/badge';
import { Card } from '../../design/card';
import { ConfirmButton } from '../../design/confirm-dialog';
import {
  EndOtherSessionsDocument,
  EndSessionDocument,
  OwnSessionsDocument,
  type OwnSessionsQuery,
} from '../../gen/operations';
import { ErrorMessage } from '../app/error-message';
import { PaginatedList } from '../app/paginated-list';
import { useMutationWithPrompt } from '../app/use-mutation-with-prompt';
import { questionStrings } from '../jobs/question-strings';
import { useViewer } from '../session/viewer';
import { strings } from '../strings';

const texts = strings.people.sessions;

type Session = OwnSessionsQuery['sessions']['nodes'][number];

/** Own sessions: device, when and from where each was last used. */
export function SessionsCard() {
  const [ended, setEnded] = useState(0);
  const onEnd = () => setEnded((count) => count + 1);
  const others = useMutationWithPrompt(EndOtherSessionsDocument);
  const endOthers = async () => {
    const { data } = await others.run({});
    if (data) onEnd();
  };
  return (
    <Card title={texts.title} className="stack">
      <PaginatedList
        key={ended}
        query={OwnSessionsDocument}
        variables={{}}
        connection={({ sessions }) => sessions}
      >
        {(sessions) => (
          <ul className="list">
            {sessions.map((session) => (
              <SessionRow key={session.id} session={session} onEnd={onEnd} />
            ))}
          </ul>
        )}
      </PaginatedList>
      <ErrorMessage error={others.error} />
      <ConfirmButton
        {...questionStrings.endOtherSessions}
        label={texts.endOthers}
        isBusy={others.isBusy}
        onConfirm={endOthers}
      />
    </Card>
  );
}

function SessionRow({ session, onEnd }: { session: Session; onEnd: () => void }) {
  const { formats } = useViewer();
  const end = useMutationWithPrompt(EndSessionDocument);
  const { id, startedAt, lastUsedAt, lastUsedFrom, isCurrent } = session;
  const device = session.device ?? texts.unknown;
  const endSession = async () => {
    const { data } = await end.run({ id });
    if (data) onEnd();
  };
  return (
    <li className="list-row">
      <div>
        <p>
          <strong>{device}</strong>
        </p>
        <p className="muted small">
          {texts.startedAt(formats.dateTime(startedAt))}
          {lastUsedAt && `, ${texts.usedAt(formats.dateTime(lastUsedAt), lastUsedFrom ?? '–')}`}
        </p>
        <ErrorMessage error={end.error} />
      </div>
      {isCurrent ? (
        <Badge tone="good">{texts.current}</Badge>
      ) : (
        <ConfirmButton
          {...questionStrings.endSession}
          label={texts.end}
          name={texts.endNamed(device)}
          isBusy={end.isBusy}
          onConfirm={endSession}
        />
      )}
    </li>
  );
}
