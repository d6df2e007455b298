import { useState } from 'react';
import { Field } from '../../design/field';
import { MakeQuoteDocument } from '../../gen/operations';
import { Form, type Typed } from '../app/form';
import { goTo } from '../app/route';
import { useChange } from '../app/use-change';
import { ClientChoice } from '../jobs/new-job';
import { words } from '../words';
import { LineEditor, useLines } from './line-editor';

/** A draft: for a client that is there, one made along with it, or a job. */
export function NewQuote({ jobId }: { jobId: string | null }) {
  const make = useChange(MakeQuoteDocument);
  const { lines, setLines, inputs } = useLines();
  const [isNew, setNew] = useState(false);
  return (
    <>
      <h1>{words.newQuote}</h1>
      <div className="card narrow">
        <Form
          {...make}
          submit={words.saveDraft}
          onCancel={() => history.back()}
          onSubmit={async (typed) => {
            const input = {
              title: typed.text('title'),
              validUntil: typed.maybe('validUntil'),
              lines: inputs,
              jobId,
              ...(!jobId && clientIn(typed, isNew)),
            };
            const { data } = await make.run({ input });
            if (data) goTo('quotes', data.createQuote.quote.id);
            return { data };
          }}
        >
          <Field label={words.quoteTitle} name="title" required maxLength={200} />
          {!jobId && (
            <label className="check">
              <input
                type="checkbox"
                checked={isNew}
                onChange={(event) => setNew(event.target.checked)}
              />
              {words.newClientAlong}
            </label>
          )}
          {!jobId && (isNew ? <ClientFields /> : <ClientChoice />)}
          <LineEditor lines={lines} setLines={setLines} />
          <Field label={words.lastDay} name="validUntil" type="date" />
        </Form>
      </div>
    </>
  );
}

function clientIn(typed: Typed, isNew: boolean) {
  return isNew ? { newClient: newClientIn(typed) } : { clientId: typed.maybe('clientId') };
}

export function newClientIn(typed: Typed) {
  return { name: typed.text('name'), email: typed.maybe('email'), phone: typed.maybe('phone') };
}

type Known = { name: string; email: string | null; phone: string | null };

/** Who a client is and how to reach them. */
export function ClientFields({ known }: { known?: Known }) {
  return (
    <>
      <Field label={words.name} name="name" defaultValue={known?.name} required maxLength={200} />
      <Field label={words.email} name="email" type="email" defaultValue={known?.email ?? ''} />
      <Field label={words.phone} name="phone" type="tel" defaultValue={known?.phone ?? ''} />
    </>
  );
}
