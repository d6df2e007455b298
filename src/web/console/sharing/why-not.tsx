import { useState } from 'react';
import { cutText } from '../../design/cut-text';
import { Notice } from '../../design/notice';
import { SelectField } from '../../design/select-field';
import { ThingsOfJobDocument, type ThingsOfJobQuery, WhyNotDocument } from '../../gen/operations';
import { Asked } from '../app/asked';
import { words } from '../words';

type Things = NonNullable<ThingsOfJobQuery['job']>;

/** Why the client can, or cannot, see the job or one thing of it, and what to do about it. */
export function WhyNot({ jobId }: { jobId: string }) {
  const [item, setItem] = useState('');
  return (
    <section className="card stack" aria-labelledby="why">
      <h2 id="why">{words.sharing.why}</h2>
      <Asked query={ThingsOfJobDocument} variables={{ id: jobId }}>
        {({ job }) => (
          <SelectField
            label={words.sharing.whyWhat}
            value={item}
            options={[{ value: '', text: words.sharing.wholeJob }, ...(job ? thingsOf(job) : [])]}
            onChange={(event) => setItem(event.target.value)}
          />
        )}
      </Asked>
      <Asked query={WhyNotDocument} variables={{ jobId, item: item || null }}>
        {({ clientVisibility: { visible, problem, steps } }) => (
          <>
            <Notice tone={visible ? 'good' : 'warn'}>
              <p>
                <strong>{visible ? words.sharing.isVisible : words.sharing.isNotVisible}</strong>
              </p>
              {problem && (
                <p>
                  {problem.explanation} {problem.whatToDo}
                </p>
              )}
            </Notice>
            <details>
              <summary>{words.sharing.checks}</summary>
              <ol className="checks">
                {steps.map(({ step, state, explanation }) => (
                  <li key={step}>
                    <strong>{words.sharing.stepStates[state]}</strong> {explanation}
                  </li>
                ))}
              </ol>
            </details>
          </>
        )}
      </Asked>
    </section>
  );
}

function thingsOf({ notes, todos, photos, quotes, invoices }: Things) {
  const { itemKinds, quoteNamed, invoiceNamed } = words;
  const named = (kind: keyof typeof itemKinds, id: string, text: string) => ({
    value: `${kind}:${id}`,
    text: cutText(text, LONGEST),
  });
  return [
    { value: 'SCHEDULE', text: itemKinds.SCHEDULE },
    { value: 'STATUS', text: itemKinds.STATUS },
    ...notes.map(({ id, body }) => named('NOTE', id, `${itemKinds.NOTE}: ${body}`)),
    ...todos.map(({ id, title }) => named('TODO', id, `${itemKinds.TODO}: ${title}`)),
    ...photos.map(({ id, caption }) => named('PHOTO', id, `${words.photo}: ${caption ?? ''}`)),
    ...(quotes ?? []).map(({ id, number, title }) => named('QUOTE', id, quoteNamed(number, title))),
    ...(invoices ?? []).map((each) =>
      named('INVOICE', each.id, invoiceNamed(each.number, each.title)),
    ),
  ];
}

const LONGEST = 60;
