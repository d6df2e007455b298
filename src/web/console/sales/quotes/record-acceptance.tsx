import { useState } from 'react';
import { useQuery } from 'urql';
import { SelectField } from '../../../design/select-field';
import {
  AcceptQuoteAndCreateJobDocument,
  JobsToAttachToDocument,
  type QuoteDetailsQuery,
  QuoteTotalForStaffDocument,
} from '../../../gen/operations';
import { ErrorMessage } from '../../app/error-message';
import { Form } from '../../app/form';
import { QueryBoundary } from '../../app/query-boundary';
import { goTo } from '../../app/router';
import { useMutationWithPrompt } from '../../app/use-mutation-with-prompt';
import { useViewer } from '../../session/viewer';
import { strings } from '../../strings';

type Quote = NonNullable<QuoteDetailsQuery['quote']>;

/** Form that records an acceptance: the options that the client takes, and the job to join. */
export function RecordAcceptance({ quote, onDone }: { quote: Quote; onDone: () => void }) {
  const accept = useMutationWithPrompt(AcceptQuoteAndCreateJobDocument);
  const [optionalLineIds, setLineIds] = useState<string[]>([]);
  return (
    <Form
      draft="accept"
      {...accept}
      className="card"
      submit={quote.job ? strings.recordAcceptance : strings.acceptAndCreateJob}
      onCancel={onDone}
      onSubmit={async (values) => {
        const jobId = values.optional('jobId');
        const { data } = await accept.run({ quoteId: quote.id, jobId, optionalLineIds });
        if (data) goTo('jobs', data.acceptQuoteAndCreateJob.job.id, 'schedule');
        return { data };
      }}
    >
      {/* What the client has accepted is not chosen again. */}
      {quote.status !== 'ACCEPTED' && (
        <Options quote={quote} chosen={optionalLineIds} onChoose={setLineIds} />
      )}
      {!quote.job && <JobToJoin clientId={quote.client?.id ?? null} />}
    </Form>
  );
}

interface OptionsProps {
  quote: Quote;
  chosen: string[];
  onChoose: (lineIds: string[]) => void;
}

/** Optional lines to tick, and the total that the server computes for them. */
function Options({ quote, chosen, onChoose }: OptionsProps) {
  const { formats } = useViewer();
  const options = quote.lines.filter(({ optional }) => optional);
  const [{ data, error, fetching }] = useQuery({
    query: QuoteTotalForStaffDocument,
    variables: { quoteId: quote.id, version: quote.version, optionalLineIds: chosen },
    pause: options.length === 0,
  });
  if (options.length === 0) return null;
  return (
    <fieldset>
      <legend>{strings.acceptedOptions}</legend>
      {options.map(({ id, description, netCents }) => (
        <label className="checkbox" key={id}>
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            onChange={({ target }) =>
              onChoose(target.checked ? [...chosen, id] : chosen.filter((other) => other !== id))
            }
          />{' '}
          {description} ({formats.money(netCents)})
        </label>
      ))}
      <ErrorMessage error={error ?? null} />
      {data && (
        <p aria-live="polite" aria-busy={fetching}>
          <strong>{strings.acceptedTotal(formats.money(data.quoteTotal.totalCents))}</strong>
        </p>
      )}
    </fieldset>
  );
}

/** The client's jobs that the quote can join; the default is a new one. */
function JobToJoin({ clientId }: { clientId: string | null }) {
  return (
    <QueryBoundary query={JobsToAttachToDocument} variables={{ clientId }}>
      {({ jobs }) => (
        <SelectField
          label={strings.acceptInto}
          name="jobId"
          options={[
            { value: '', text: strings.acceptIntoNewJob },
            ...jobs.nodes.map(({ id, number, title }) => ({
              value: id,
              text: strings.jobNamed(number, title),
            })),
          ]}
        />
      )}
    </QueryBoundary>
  );
}
