import { useMutation } from '@apollo/client/react';
import { type FormEvent, useState } from 'react';
import { ignore, sentenceOf } from './api';
import { ACCEPT, type Business, type Invoice, type Quote } from './portal';
import { dateOf, inWords, moneyOf } from './words';

interface QuotesProps {
  quotes: Quote[] | null;
  business: Business;
}

export function Quotes({ quotes, business }: QuotesProps) {
  if (!quotes?.length) return null;
  return (
    <section>
      <h2>Quotes</h2>
      {quotes.map((quote) => (
        <article key={quote.id}>
          <Heading item={quote} amount={moneyOf(quote.totalCents, business)} />
          <ul>
            {quote.lines.map(({ id, description, optional, netCents }) => (
              <li key={id}>
                <span>
                  {description} {optional && <small>optional</small>}
                </span>
                <span>{moneyOf(netCents, business)}</span>
              </li>
            ))}
          </ul>
          {quote.status === 'SENT' && <Acceptance quote={quote} />}
          {quote.answeredBy && <p>Answered by {quote.answeredBy}</p>}
          {quote.validUntil && quote.status === 'SENT' && (
            <p>
              <small>Valid until {dateOf(quote.validUntil)}</small>
            </p>
          )}
          <Document address={quote.signedDocumentUrl} />
        </article>
      ))}
    </section>
  );
}

/** The client's yes: to the version on the screen, with a typed name. */
function Acceptance({ quote: { id, version } }: { quote: Quote }) {
  const [name, setName] = useState('');
  const [accept, { loading, error }] = useMutation(ACCEPT);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // What went wrong is shown below.
    accept({ variables: { quoteId: id, version, name } }).catch(ignore);
  };
  return (
    <form onSubmit={submit}>
      <label>
        Your name
        <input
          value={name}
          onChange={({ target }) => setName(target.value)}
          autoComplete="name"
          required
        />
      </label>
      <button type="submit" disabled={loading}>
        Accept this quote
      </button>
      {error && <p role="alert">{sentenceOf(error)}</p>}
    </form>
  );
}

interface InvoicesProps {
  invoices: Invoice[] | null;
  business: Business;
}

export function Invoices({ invoices, business }: InvoicesProps) {
  if (!invoices?.length) return null;
  return (
    <section>
      <h2>Invoices</h2>
      {invoices.map((invoice) => (
        <article key={invoice.id}>
          <Heading item={invoice} amount={moneyOf(invoice.totalCents, business)} />
          {invoice.owedCents > 0 && (
            <p>
              {moneyOf(invoice.owedCents, business)} to pay
              {invoice.dueOn && ` by ${dateOf(invoice.dueOn)}`}
            </p>
          )}
          <Document address={invoice.signedDocumentUrl} />
        </article>
      ))}
    </section>
  );
}

function Heading({ item, amount }: { item: Quote | Invoice; amount: string }) {
  return (
    <h3>
      <span>
        {item.number}: {item.title} <span className="status">{inWords(item.status)}</span>
      </span>
      <span>{amount}</span>
    </h3>
  );
}

/** A link to a file by its signed address: a link cannot send the token. */
function Document({ address }: { address: string | null }) {
  if (!address) return null;
  return (
    <a href={address} target="_blank" rel="noreferrer">
      Open as PDF
    </a>
  );
}
