import { useEffect } from 'react';
import { TextField } from '../../../design/field';
import { Notice } from '../../../design/notice';
import {
  JobMessagesDocument,
  type JobMessagesQuery,
  ReadMessagesDocument,
  SetClientMessagesDocument,
  WriteMessageDocument,
} from '../../../gen/operations';
import { ErrorMessage } from '../../app/error-message';
import { Form } from '../../app/form';
import { EmptyState, QueryBoundary } from '../../app/query-boundary';
import { useMutationWithPrompt } from '../../app/use-mutation-with-prompt';
import { WrittenText } from '../../phone/written-text';
import { useViewer } from '../../session/viewer';
import { strings } from '../../strings';
import type { TabProps } from './tab-props';

type Job = NonNullable<JobMessagesQuery['job']>;

/** Tab: messages between business and client. */
export function Messages({ id }: TabProps) {
  return (
    <QueryBoundary query={JobMessagesDocument} variables={{ id }}>
      {({ job }, refetch) => job && <Thread job={job} refetch={refetch} />}
    </QueryBoundary>
  );
}

function Thread({ job, refetch }: { job: Job; refetch: () => void }) {
  const send = useMutationWithPrompt(WriteMessageDocument);
  const { run: markRead } = useMutationWithPrompt(ReadMessagesDocument);
  const messages = job.messages ?? [];
  const isUnread = messages.some(({ from, readAt }) => from === 'CLIENT' && !readAt);
  useEffect(() => {
    if (isUnread) markRead({ jobId: job.id });
  }, [isUnread, markRead, job.id]);
  return (
    <div className="stack">
      <MessagesSwitch job={job} />
      {messages.length === 0 && <EmptyState>{strings.noMessages}</EmptyState>}
      <ol className="thread">
        {messages.map((message) => (
          <MessageItem key={message.id} message={message} />
        ))}
      </ol>
      {job.clientMessagesEnabled && (
        <Form
          draft="message"
          {...send}
          submit={strings.sendMessage}
          onSubmit={async (values) => {
            const { data } = await send.run({ jobId: job.id, body: values.text('body') });
            if (data) refetch();
            return { data };
          }}
        >
          <TextField label={strings.newMessage} name="body" required maxLength={5000} />
        </Form>
      )}
    </div>
  );
}

/** Switch of the messages, for staff who may open a part of the client's page; a word to everybody else. */
function MessagesSwitch({ job }: { job: Job }) {
  const { may } = useViewer();
  const toggle = useMutationWithPrompt(SetClientMessagesDocument);
  const isOn = job.clientMessagesEnabled ?? false;
  if (!may('SHARE')) return isOn ? null : <Notice>{strings.messagesAreOff}</Notice>;
  return (
    <>
      <label className="checkbox">
        <input
          type="checkbox"
          role="switch"
          checked={isOn}
          aria-checked={isOn}
          onChange={(event) => toggle.run({ jobId: job.id, enabled: event.target.checked })}
        />
        {strings.messagesToggle}
      </label>
      <ErrorMessage error={toggle.error} />
    </>
  );
}

function MessageItem({ message }: { message: NonNullable<Job['messages']>[number] }) {
  const { formats } = useViewer();
  const isFromBusiness = message.from === 'BUSINESS';
  return (
    <li className={isFromBusiness ? 'message from-business' : 'message'}>
      <WrittenText>{message.body}</WrittenText>
      <p className="small muted">
        {isFromBusiness ? (message.authorName ?? strings.business) : strings.client},{' '}
        {formats.dateTime(message.sentAt)}
        {isFromBusiness && message.readAt && ` · ${strings.read}`}
      </p>
    </li>
  );
}
