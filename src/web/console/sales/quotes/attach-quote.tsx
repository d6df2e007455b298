import { SelectField } from '../../../design/select-field';
import { AttachQuoteDocument, JobsToAttachToDocument } from '../../../gen/operations';
import { Form } from '../../app/form';
import { QueryBoundary } from '../../app/query-boundary';
import { useMutationWithPrompt } from '../../app/use-mutation-with-prompt';
import { strings } from '../../strings';

interface AttachProps {
  quoteId: string;
  clientId: string | null;
}

/** Form that attaches a quote without a job to one of its client's jobs. */
export function AttachQuote({ quoteId, clientId }: AttachProps) {
  const attach = useMutationWithPrompt(AttachQuoteDocument);
  return (
    <QueryBoundary query={JobsToAttachToDocument} variables={{ clientId }}>
      {({ jobs }) =>
        jobs.nodes.length > 0 && (
          <Form
            draft="attach"
            {...attach}
            className="card"
            variant="plain"
            submit={strings.attach}
            onSubmit={(values) => attach.run({ quoteId, jobId: values.text('jobId') })}
          >
            <SelectField
              label={strings.attachTo}
              name="jobId"
              options={jobs.nodes.map(({ id, number, title }) => ({
                value: id,
                text: strings.jobNamed(number, title),
              }))}
            />
          </Form>
        )
      }
    </QueryBoundary>
  );
}
