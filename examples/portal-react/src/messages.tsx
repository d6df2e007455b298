import { useMutation } from '@apollo/client/react';
import { type FormEvent, useState } from 'react';
import { sentenceOf } from './api';
import { type Business, type Message, PORTAL, SEND } from './portal';
import { dayOf } from './words';

interface Props {
  jobId: string;
  messages: Message[];
  business: Business;
}

export function Messages({ jobId, messages, business }: Props) {
  const [body, setBody] = useState('');
  const [send, { loading, error }] = useMutation(SEND, { refetchQueries: [PORTAL] });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    try {
      await send({ variables: { jobId, body } });
      setBody('');
    } catch {
      // What went wrong is shown below, and the text stays to be sent again.
    }
  };
  return (
    <section>
      <h2>Messages</h2>
      <ul>
        {messages.map((message) => (
          <li key={message.id} className={message.from === 'CLIENT' ? 'own' : undefined}>
            <span>{message.body}</span>
            <small>
              {message.from === 'CLIENT' ? 'You' : business.name}, {dayOf(message.sentAt, business)}
            </small>
          </li>
        ))}
      </ul>
      <form onSubmit={submit}>
        <label>
          Your message
          <textarea
            value={body}
            onChange={({ target }) => setBody(target.value)}
            rows={3}
            required
          />
        </label>
        <button type="submit" disabled={loading}>
          Send
        </button>
        {error && <p role="alert">{sentenceOf(error)}</p>}
      </form>
    </section>
  );
}
