import { useState } from 'react';
import { Badge } from '../../../design/badge';
import { Button } from '../../../design/button';
import { ConfirmButton } from '../../../design/confirm-dialog';
import { ContactLinks } from '../../../design/contact-links';
import { Field, TextField } from '../../../design/field';
import { Written } from '../../../design/text/written';
import {
  AcceptEnquiryDocument,
  DeclineEnquiryDocument,
  EnquiryDetailsDocument,
  type EnquiryDetailsQuery,
  ReplyToEnquiryDocument,
} from '../../../gen/operations';
import { ErrorMessage } from '../../app/error-message';
import { Form } from '../../app/form';
import { EmptyState, QueryBoundary } from '../../app/query-boundary';
import { RouterLink } from '../../app/router';
import { useMutationWithPrompt } from '../../app/use-mutation-with-prompt';
import { questionStrings } from '../../jobs/question-strings';
import { WrittenText } from '../../phone/written-text';
import { useViewer } from '../../session/viewer';
import { strings } from '../../strings';
import { ENQUIRY_TONES } from '../status-tones';
import { EnquiryPhotos } from './enquiry-photos';
import { MakeQuote } from './make-quote';

type Enquiry = NonNullable<EnquiryDetailsQuery['enquiry']>;

/** One enquiry: its message, replies, and the actions accept, convert, decline and reply. */
export function EnquiryPage({ id }: { id: string }) {
  return (
    <QueryBoundary query={EnquiryDetailsDocument} variables={{ id }}>
      {({ enquiry }) =>
        enquiry ? (
          <div className="stack narrow">
            <EnquiryDetails enquiry={enquiry} />
            <Actions enquiry={enquiry} />
            {enquiry.email && <Reply enquiry={enquiry} />}
          </div>
        ) : (
          <EmptyState>{strings.notFound}</EmptyState>
        )
      }
    </QueryBoundary>
  );
}

function EnquiryDetails({ enquiry }: { enquiry: Enquiry }) {
  const { formats, phoneText } = useViewer();
  const { name, email, phone, siteAddress, client, quote } = enquiry;
  return (
    <>
      <div className="row spread">
        <h1 dir="auto">{name}</h1>
        <Badge tone={ENQUIRY_TONES[enquiry.status]}>
          {strings.enquiryStatuses[enquiry.status]}
        </Badge>
      </div>
      <p className="muted">
        {formats.dateTime(enquiry.receivedAt)}
        <ContactLinks phoneText={phoneText(phone)} address={siteAddress} {...{ phone, email }} />
      </p>
      <WrittenText className="card">{enquiry.message}</WrittenText>
      <EnquiryPhotos photos={enquiry.photos} />
      {enquiry.declineReason && <p>{strings.declinedBecause(enquiry.declineReason)}</p>}
      <p className="row">
        {client && (
          <RouterLink to={['clients', client.id]}>{strings.clientNamed(client.name)}</RouterLink>
        )}
        {quote && (
          <RouterLink to={['quotes', quote.id]}>{strings.quoteNumbered(quote.number)}</RouterLink>
        )}
        {quote?.job && (
          <RouterLink to={['jobs', quote.job.id]}>
            {strings.jobNamed(quote.job.number, quote.job.title)}
          </RouterLink>
        )}
      </p>
      <ol className="thread">
        {enquiry.replies.map((reply) => (
          <li className="message from-business" key={reply.id}>
            <WrittenText>{reply.body}</WrittenText>
            <p className="small muted">
              <Written>{reply.author?.name ?? strings.business}</Written>,{' '}
              {formats.dateTime(reply.createdAt)}
            </p>
          </li>
        ))}
      </ol>
    </>
  );
}

function Actions({ enquiry }: { enquiry: Enquiry }) {
  const accept = useMutationWithPrompt(AcceptEnquiryDocument);
  const decline = useMutationWithPrompt(DeclineEnquiryDocument);
  const [reason, setReason] = useState('');
  const isOpen = ['NEW', 'REPLIED'].includes(enquiry.status);
  if (!isOpen && enquiry.status !== 'ACCEPTED') return null;
  return (
    <>
      <ErrorMessage error={accept.error ?? decline.error} />
      <div className="row">
        <MakeQuote enquiry={enquiry} />
        {isOpen && (
          <Button isBusy={accept.isBusy} onClick={() => accept.run({ id: enquiry.id })}>
            {strings.acceptEnquiry}
          </Button>
        )}
      </div>
      {isOpen && (
        <ConfirmButton
          {...questionStrings.declineEnquiry}
          consequence={questionStrings.declineEnquiry.consequence(enquiry.email)}
          label={strings.declineEnquiry}
          isBusy={decline.isBusy}
          onConfirm={() => decline.run({ id: enquiry.id, reason: reason.trim() || null })}
        >
          <Field
            label={strings.declineReason}
            name="reason"
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        </ConfirmButton>
      )}
    </>
  );
}

function Reply({ enquiry }: { enquiry: Enquiry }) {
  const reply = useMutationWithPrompt(ReplyToEnquiryDocument);
  return (
    <Form
      draft="reply"
      {...reply}
      className="card"
      variant="plain"
      submit={strings.sendReply}
      onSubmit={(values) => reply.run({ id: enquiry.id, body: values.text('body') })}
    >
      <TextField label={strings.replyTo(enquiry.email ?? '')} name="body" required />
    </Form>
  );
}
