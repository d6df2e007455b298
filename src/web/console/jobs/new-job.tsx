import { useQuery } from 'urql';
import { Field, TextField } from '../../design/field';
import { SelectField } from '../../design/select-field';
import { AllClientsDocument, MakeJobDocument } from '../../gen/operations';
import { Form } from '../app/form';
import { goTo } from '../app/route';
import { useChange } from '../app/use-change';
import { AssigneeChoice, assigneesIn } from '../staff/assignee-choice';
import { words } from '../words';

/** A job that did not begin with a quote. */
export function NewJob() {
  const make = useChange(MakeJobDocument);
  return (
    <>
      <h1>{words.newJob}</h1>
      <div className="card narrow">
        <Form
          {...make}
          submit={words.createJob}
          onCancel={() => goTo('jobs')}
          onSubmit={async (typed) => {
            const { data } = await make.run({
              input: {
                title: typed.text('title'),
                clientId: typed.maybe('clientId'),
                description: typed.maybe('description'),
                siteAddress: typed.maybe('siteAddress'),
                internalNotes: typed.maybe('internalNotes'),
                ...assigneesIn(typed),
              },
            });
            if (data) goTo('jobs', data.createJob.job.id, 'schedule');
            return { data };
          }}
        >
          <Field label={words.jobFields.title} name="title" required maxLength={200} />
          <ClientChoice />
          <Field label={words.jobFields.siteAddress} name="siteAddress" />
          <TextField label={words.jobFields.description} name="description" />
          <TextField label={words.jobFields.internalNotes} name="internalNotes" />
          <AssigneeChoice />
        </Form>
      </div>
    </>
  );
}

/** Which client; nobody yet is an answer as well. */
export function ClientChoice({ chosen = '' }: { chosen?: string }) {
  const [{ data }] = useQuery({ query: AllClientsDocument, variables: {} });
  const options = [
    { value: '', text: words.noClientYet },
    ...(data?.clients.nodes ?? []).map(({ id, name }) => ({ value: id, text: name })),
  ];
  return (
    <SelectField
      key={options.length}
      label={words.client}
      name="clientId"
      defaultValue={chosen}
      options={options}
    />
  );
}
