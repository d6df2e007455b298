import { useEffect } from 'react';
import { TextField } from '../../design/field';
import {
  JobMessagesDocument,
  type JobMessagesQuery,
  ReadMessagesDocument,
  SwitchMessagesDocument,
  WriteMessageDocument,
} from '../../gen/operations';
import { Asked, Nothing } from '../app/asked';
import { Form } from '../app/form';
import { Problem } from '../app/problem';
import { useChange } from '../app/use-change';
import { useViewer } from '../app/viewer';
import { words } from '../words';
import type { TabParts } from './job-tabs';

type Job = NonNullable<JobMessagesQuery['job']>;

/** What business and client write to each other. */
export function Messages({ id }: TabParts) {
  return (
    <Asked query={JobMessagesDocument} variables={{ id }}>
      {({ job }, again) => job && <Thread job={job} again={again} />}
    </Asked>
  );
}

function Thread({ job, again }: { job: Job; again: () => void }) {
  const turn = useChange(SwitchMessagesDocument);
  const write = useChange(WriteMessageDocument);
  const { run: markRead } = useChange(ReadMessagesDocument);
  const messages = job.messages ?? [];
  const isUnread = messages.some(({ from, readAt }) => from === 'CLIENT' && !readAt);
  useEffect(() => {
    if (isUnread) markRead({ jobId: job.id });
  }, [isUnread, markRead, job.id]);
  return (
    <div className="stack">
      <label className="check">
        <input
          type="checkbox"
          role="switch"
          checked={job.clientMessagesEnabled ?? false}
          aria-checked={job.clientMessagesEnabled ?? false}
          onChange={(event) => turn.run({ jobId: job.id, enabled: event.target.checked })}
        />
        {words.messagesSwitch}
      </label>
      <Problem error={turn.error} />
      {messages.length === 0 && <Nothing>{words.noMessages}</Nothing>}
      <ol className="thread">
        {messages.map((message) => (
          <MessageLine key={message.id} message={message} />
        ))}
      </ol>
      {job.clientMessagesEnabled && (
        <Form
          {...write}
          submit={words.sendMessage}
          onSubmit={async (typed) => {
            const { data } = await write.run({ jobId: job.id, body: typed.text('body') });
            if (data) again();
            return { data };
          }}
        >
          <TextField label={words.newMessage} name="body" required maxLength={5000} />
        </Form>
      )}
    </div>
  );
}

function MessageLine({ message }: { message: NonNullable<Job['messages']>[number] }) {
  const { inWords } = useViewer();
  const isOurs = message.from === 'BUSINESS';
  return (
    <li className={isOurs ? 'message ours' : 'message'}>
      <p className="as-typed">{message.body}</p>
      <p className="small soft">
        {isOurs ? (message.authorName ?? words.us) : words.client}, {inWords.moment(message.sentAt)}
        {isOurs && message.readAt && ` · ${words.read}`}
      </p>
    </li>
  );
}
