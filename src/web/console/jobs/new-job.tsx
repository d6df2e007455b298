import { useQuery } from 'urql';
import { Field, TextField } from '../../design/field';
import { ClientNameDocument, CreateJobDocument } from '../../gen/operations';
import { Form } from '../app/form';
import { goTo } from '../app/router';
import { useMutationWithPrompt } from '../app/use-mutation-with-prompt';
import { ClientPicker } from '../clients/client-picker';
import { AssigneePicker, assigneeInput } from '../staff/assignee-picker';
import { strings } from '../strings';

/** Form for a new job, for a client if one is given. */
export function NewJob({ clientId }: { clientId: string | null }) {
  const [{ data }] = useQuery({
    query: ClientNameDocument,
    variables: { id: clientId ?? '' },
    pause: !clientId,
  });
  // The fields take their first values from the client.
  if (clientId && !data) return null;
  return <NewJobForm client={data?.client ?? null} />;
}

function NewJobForm({
  client,
}: {
  client: { id: string; name: string; address: string | null } | null;
}) {
  const create = useMutationWithPrompt(CreateJobDocument);
  return (
    <div className="stack">
      <h1>{strings.newJob}</h1>
      <div className="card narrow">
        <Form
          draft="new-job"
          {...create}
          submit={strings.createJob}
          onCancel={() => goTo('jobs')}
          onSubmit={async (values) => {
            const { data } = await create.run({
              input: {
                title: values.text('title'),
                clientId: values.optional('clientId'),
                description: values.optional('description'),
                siteAddress: values.optional('siteAddress'),
                internalNotes: values.optional('internalNotes'),
                ...assigneeInput(values),
              },
            });
            if (data) goTo('jobs', data.createJob.job.id, 'schedule');
            return { data };
          }}
        >
          <Field label={strings.jobFields.title} name="title" required maxLength={200} />
          <ClientPicker selected={client} />
          <Field
            label={strings.jobFields.siteAddress}
            name="siteAddress"
            defaultValue={client?.address ?? ''}
          />
          <TextField label={strings.jobFields.description} name="description" />
          <TextField label={strings.jobFields.internalNotes} name="internalNotes" />
          <AssigneePicker />
        </Form>
      </div>
    </div>
  );
}
