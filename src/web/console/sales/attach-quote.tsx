import { SelectField } from '../../design/select-field';
import { AttachQuoteToJobDocument, JobsToAttachToDocument } from '../../gen/operations';
import { Asked } from '../app/asked';
import { Form } from '../app/form';
import { useChange } from '../app/use-change';
import { words } from '../words';

interface AttachParts {
  quoteId: string;
  clientId: string | null;
}

/** Makes a quote that stands alone part of a job, one of its client's. */
export function AttachQuote({ quoteId, clientId }: AttachParts) {
  const attach = useChange(AttachQuoteToJobDocument);
  return (
    <Asked query={JobsToAttachToDocument} variables={{ clientId }}>
      {({ jobs }) =>
        jobs.nodes.length > 0 && (
          <Form
            {...attach}
            className="card"
            look="plain"
            submit={words.attach}
            onSubmit={(typed) => attach.run({ quoteId, jobId: typed.text('jobId') })}
          >
            <SelectField
              label={words.attachTo}
              name="jobId"
              options={jobs.nodes.map(({ id, number, title }) => ({
                value: id,
                text: words.jobNamed(number, title),
              }))}
            />
          </Form>
        )
      }
    </Asked>
  );
}
