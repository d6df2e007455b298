import { useState } from 'react';
import { Notice } from '../../design/notice';
import { SelectField } from '../../design/select-field';
import { cutText } from '../../design/text/cut-text';
import {
  ClientVisibilityDocument,
  JobShareItemsDocument,
  type JobShareItemsQuery,
  type VisibilityResultFragment,
} from '../../gen/operations';
import { QueryBoundary } from '../app/query-boundary';
import { strings } from '../strings';

type ShareableJob = NonNullable<JobShareItemsQuery['job']>;

/** Diagnosis: whether the client can see the job or one of its items, and what blocks it. */
export function VisibilityChecks({ jobId }: { jobId: string }) {
  const [item, setItem] = useState('');
  return (
    <section className="card stack" aria-labelledby="why">
      <h2 id="why">{strings.sharing.why}</h2>
      <QueryBoundary query={JobShareItemsDocument} variables={{ id: jobId }}>
        {({ job }) => (
          <SelectField
            label={strings.sharing.whyItem}
            value={item}
            options={[
              { value: '', text: strings.sharing.wholeJob },
              ...(job ? itemOptions(job) : []),
            ]}
            onChange={(event) => setItem(event.target.value)}
          />
        )}
      </QueryBoundary>
      <QueryBoundary query={ClientVisibilityDocument} variables={{ jobId, item: item || null }}>
        {({ clientVisibility }) => <VisibilityResult result={clientVisibility} />}
      </QueryBoundary>
    </section>
  );
}

/** Whether the client can see it, the first thing that is in the way, and everything that was checked. */
export function VisibilityResult({ result }: { result: VisibilityResultFragment }) {
  const { visible, problem, steps } = result;
  return (
    <>
      <Notice tone={visible ? 'good' : 'warn'}>
        <p>
          <strong>{visible ? strings.sharing.isVisible : strings.sharing.isNotVisible}</strong>
        </p>
        {problem && (
          <p>
            {problem.explanation} {problem.whatToDo}
          </p>
        )}
      </Notice>
      <details>
        <summary>{strings.sharing.checks}</summary>
        <ol className="checks">
          {steps.map(({ step, state, explanation }) => (
            <li key={step}>
              <strong>{strings.sharing.stepStates[state]}</strong> {explanation}
            </li>
          ))}
        </ol>
      </details>
    </>
  );
}

function itemOptions({ notes, todos, photos, quotes, invoices }: ShareableJob) {
  const { itemKinds, quoteNamed, invoiceNamed } = strings;
  const option = (kind: keyof typeof itemKinds, id: string, text: string) => ({
    value: `${kind}:${id}`,
    text: cutText(text, MAX_LABEL_LENGTH),
  });
  return [
    { value: 'SCHEDULE', text: itemKinds.SCHEDULE },
    { value: 'STATUS', text: itemKinds.STATUS },
    ...notes.map(({ id, body }) => option('NOTE', id, `${itemKinds.NOTE}: ${body}`)),
    ...todos.map(({ id, title }) => option('TODO', id, `${itemKinds.TODO}: ${title}`)),
    ...photos.map(({ id, caption }) => option('PHOTO', id, `${strings.photo}: ${caption ?? ''}`)),
    ...(quotes ?? []).map(({ id, number, title }) =>
      option('QUOTE', id, quoteNamed(number, title)),
    ),
    ...(invoices ?? []).map(({ id, number, title }) =>
      option('INVOICE', id, invoiceNamed(number, title)),
    ),
  ];
}

const MAX_LABEL_LENGTH = 60;
