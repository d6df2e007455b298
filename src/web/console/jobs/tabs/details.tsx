import { type ReactNode, useState } from 'react';
import { Button } from '../../../design/button';
import { ContactLinks } from '../../../design/contact-links';
import { Field, TextField } from '../../../design/field';
import { Notice } from '../../../design/notice';
import {
  JobDetailsDocument,
  type JobDetailsQuery,
  UpdateJobDocument,
} from '../../../gen/operations';
import { Form } from '../../app/form';
import { QueryBoundary } from '../../app/query-boundary';
import { useMutationWithPrompt } from '../../app/use-mutation-with-prompt';
import { ClientPicker } from '../../clients/client-picker';
import { useViewer } from '../../session/viewer';
import { AssigneePicker, assigneeInput } from '../../staff/assignee-picker';
import { strings } from '../../strings';
import type { TabProps } from './tab-props';

type Job = NonNullable<JobDetailsQuery['job']>;

/** Tab: description, address, client and assignees of the job. */
export function Details({ id }: TabProps) {
  const { may } = useViewer();
  const [isEditing, setEditing] = useState(false);
  return (
    <QueryBoundary query={JobDetailsDocument} variables={{ id }}>
      {({ job }) =>
        job && (
          <div className="card">
            {isEditing ? (
              <EditForm job={job} onDone={() => setEditing(false)} />
            ) : (
              <>
                <JobFields job={job} />
                {may('WRITE_JOBS') && (
                  <Button onClick={() => setEditing(true)}>{strings.edit}</Button>
                )}
              </>
            )}
          </div>
        )
      }
    </QueryBoundary>
  );
}

function JobFields({ job }: { job: Job }) {
  const { phoneText } = useViewer();
  const { jobFields } = strings;
  const { client } = job;
  const fields: [string, ReactNode][] = [
    [jobFields.description, job.description],
    [
      jobFields.siteAddress,
      job.siteAddress && <ContactLinks key="site" address={job.siteAddress} />,
    ],
    [
      strings.client,
      client ? (
        <ContactLinks key="client" {...client} phoneText={phoneText(client.phone)} />
      ) : (
        strings.noClientYet
      ),
    ],
    [strings.assignees, job.assignees?.map(({ name }) => name).join(', ') || null],
    [jobFields.internalNotes, job.internalNotes],
  ];
  return (
    <dl className="job-fields">
      {fields.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="pre-wrap" dir="auto">
            {value ?? <span className="muted">{strings.none}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function EditForm({ job, onDone }: { job: Job; onDone: () => void }) {
  const { may } = useViewer();
  const update = useMutationWithPrompt(UpdateJobDocument);
  // As it was when editing began, which the fields show; a change by somebody else meanwhile is not overwritten.
  const [ifUnchangedSince] = useState(job.updatedAt);
  return (
    <Form
      draft="details"
      {...update}
      submit={strings.save}
      onCancel={onDone}
      onSubmit={async (values) => {
        const input = {
          id: job.id,
          ifUnchangedSince,
          title: values.text('title'),
          description: values.optional('description'),
          siteAddress: values.optional('siteAddress'),
          internalNotes: values.optional('internalNotes'),
          ...assigneeInput(values),
          clientId: may('WRITE_SALES') ? values.optional('clientId') : undefined,
        };
        const { data } = await update.run({ input });
        if (data) onDone();
        return { data };
      }}
    >
      <Field label={strings.jobFields.title} name="title" defaultValue={job.title} required />
      <ClientPicker selected={job.client} />
      {may('SHARE') && job.client && (
        <Notice tone="warn">{strings.sharing.clientChangeRevokes}</Notice>
      )}
      <Field
        label={strings.jobFields.siteAddress}
        name="siteAddress"
        defaultValue={job.siteAddress ?? ''}
      />
      <TextField
        label={strings.jobFields.description}
        name="description"
        defaultValue={job.description ?? ''}
      />
      <TextField
        label={strings.jobFields.internalNotes}
        name="internalNotes"
        defaultValue={job.internalNotes ?? ''}
      />
      <AssigneePicker selected={job.assignees?.map(({ id }) => id)} />
    </Form>
  );
}
