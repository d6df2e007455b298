import { Badge } from '../../design/badge';
import { Button } from '../../design/button';
import { Field, TextField } from '../../design/field';
import {
  AnswerEnquiryDocument,
  OneEnquiryDocument,
  type OneEnquiryQuery,
  QuoteForEnquiryDocument,
  TakeEnquiryDocument,
  TurnDownEnquiryDocument,
} from '../../gen/operations';
import { Asked, Nothing } from '../app/asked';
import { Form } from '../app/form';
import { Problem } from '../app/problem';
import { Go, goTo } from '../app/route';
import { useChange } from '../app/use-change';
import { useViewer } from '../app/viewer';
import { words } from '../words';
import { ENQUIRY_TONES } from './tones';

type Enquiry = NonNullable<OneEnquiryQuery['enquiry']>;

/** One enquiry: what was asked, what was answered, and what becomes of it. */
export function EnquiryPage({ id }: { id: string }) {
  return (
    <Asked query={OneEnquiryDocument} variables={{ id }}>
      {({ enquiry }) =>
        enquiry ? (
          <div className="stack narrow">
            <Question enquiry={enquiry} />
            <Outcome enquiry={enquiry} />
            {enquiry.email && <Reply enquiry={enquiry} />}
          </div>
        ) : (
          <Nothing>{words.noSuchPage}</Nothing>
        )
      }
    </Asked>
  );
}

function Question({ enquiry }: { enquiry: Enquiry }) {
  const { inWords } = useViewer();
  const { name, email, phone, siteAddress, client, quote } = enquiry;
  return (
    <>
      <div className="row between">
        <h1>{name}</h1>
        <Badge tone={ENQUIRY_TONES[enquiry.status]}>{words.enquiryStatuses[enquiry.status]}</Badge>
      </div>
      <p className="soft">
        {[inWords.moment(enquiry.receivedAt), email, phone, siteAddress]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <div className="card as-typed">{enquiry.message}</div>
      {enquiry.declineReason && <p>{words.declinedBecause(enquiry.declineReason)}</p>}
      <p className="row">
        {client && <Go to={['clients', client.id]}>{words.clientNamed(client.name)}</Go>}
        {quote && <Go to={['quotes', quote.id]}>{words.quoteNumbered(quote.number)}</Go>}
      </p>
      <ol className="thread">
        {enquiry.replies.map((reply) => (
          <li className="message ours" key={reply.id}>
            <p className="as-typed">{reply.body}</p>
            <p className="small soft">
              {reply.author?.name ?? words.us}, {inWords.moment(reply.createdAt)}
            </p>
          </li>
        ))}
      </ol>
    </>
  );
}

function Outcome({ enquiry }: { enquiry: Enquiry }) {
  const accept = useChange(TakeEnquiryDocument);
  const convert = useChange(QuoteForEnquiryDocument);
  const decline = useChange(TurnDownEnquiryDocument);
  const isOpen = ['NEW', 'REPLIED'].includes(enquiry.status);
  const makeQuote = async () => {
    const { data } = await convert.run({ id: enquiry.id });
    if (data) goTo('quotes', data.convertEnquiryToQuote.quote.id);
  };
  if (!isOpen && enquiry.status !== 'ACCEPTED') return null;
  return (
    <>
      <Problem error={accept.error ?? convert.error} />
      <div className="row">
        <Button look="primary" isBusy={convert.isBusy} onClick={makeQuote}>
          {words.convertEnquiry}
        </Button>
        {isOpen && (
          <Button isBusy={accept.isBusy} onClick={() => accept.run({ id: enquiry.id })}>
            {words.acceptEnquiry}
          </Button>
        )}
      </div>
      {isOpen && (
        <details className="card">
          <summary>{words.declineEnquiry}</summary>
          <Form
            {...decline}
            look="plain"
            submit={words.declineEnquiry}
            onSubmit={(typed) => decline.run({ id: enquiry.id, reason: typed.maybe('reason') })}
          >
            <Field label={words.declineReason} name="reason" />
          </Form>
        </details>
      )}
    </>
  );
}

function Reply({ enquiry }: { enquiry: Enquiry }) {
  const reply = useChange(AnswerEnquiryDocument);
  return (
    <Form
      {...reply}
      className="card"
      look="plain"
      submit={words.sendReply}
      onSubmit={(typed) => reply.run({ id: enquiry.id, body: typed.text('body') })}
    >
      <TextField label={words.replyTo(enquiry.email ?? '')} name="body" required />
    </Form>
  );
}
