import { useState } from 'react';
import { Button } from '../../design/button';
import { Field, TextField } from '../../design/field';
import { Notice } from '../../design/notice';
import { ChangeJobDocument, JobDetailsDocument, type JobDetailsQuery } from '../../gen/operations';
import { Asked } from '../app/asked';
import { Form } from '../app/form';
import { useChange } from '../app/use-change';
import { useViewer } from '../app/viewer';
import { AssigneeChoice, assigneesIn } from '../staff/assignee-choice';
import { words } from '../words';
import type { TabParts } from './job-tabs';
import { ClientChoice } from './new-job';

type Job = NonNullable<JobDetailsQuery['job']>;

/** What the job is, for whom and where. */
export function Details({ id }: TabParts) {
  const { may } = useViewer();
  const [isEditing, setEditing] = useState(false);
  return (
    <Asked query={JobDetailsDocument} variables={{ id }}>
      {({ job }) =>
        job && (
          <div className="card">
            {isEditing ? (
              <Edit job={job} onDone={() => setEditing(false)} />
            ) : (
              <>
                <Facts job={job} />
                {may('WRITE_JOBS') && (
                  <Button onClick={() => setEditing(true)}>{words.edit}</Button>
                )}
              </>
            )}
          </div>
        )
      }
    </Asked>
  );
}

function Facts({ job }: { job: Job }) {
  const { jobFields } = words;
  const { client } = job;
  const reachable = [client?.name, client?.phone, client?.email].filter(Boolean).join(', ');
  const facts: [string, string | null][] = [
    [jobFields.description, job.description],
    [jobFields.siteAddress, job.siteAddress],
    [words.client, reachable || words.noClientYet],
    [words.assignees, job.assignees?.map(({ name }) => name).join(', ') || null],
    [jobFields.internalNotes, job.internalNotes],
  ];
  return (
    <dl className="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="as-typed">{value ?? <span className="soft">{words.none}</span>}</dd>
        </div>
      ))}
    </dl>
  );
}

function Edit({ job, onDone }: { job: Job; onDone: () => void }) {
  const { may } = useViewer();
  const change = useChange(ChangeJobDocument);
  return (
    <Form
      {...change}
      submit={words.save}
      onCancel={onDone}
      onSubmit={async (typed) => {
        const input = {
          id: job.id,
          title: typed.text('title'),
          description: typed.maybe('description'),
          siteAddress: typed.maybe('siteAddress'),
          internalNotes: typed.maybe('internalNotes'),
          ...assigneesIn(typed),
          clientId: may('WRITE_SALES') ? typed.maybe('clientId') : undefined,
        };
        const { data } = await change.run({ input });
        if (data) onDone();
        return { data };
      }}
    >
      <Field label={words.jobFields.title} name="title" defaultValue={job.title} required />
      <ClientChoice chosen={job.client?.id} />
      {may('SHARE') && job.client && (
        <Notice tone="warn">{words.sharing.clientChangeRevokes}</Notice>
      )}
      <Field
        label={words.jobFields.siteAddress}
        name="siteAddress"
        defaultValue={job.siteAddress ?? ''}
      />
      <TextField
        label={words.jobFields.description}
        name="description"
        defaultValue={job.description ?? ''}
      />
      <TextField
        label={words.jobFields.internalNotes}
        name="internalNotes"
        defaultValue={job.internalNotes ?? ''}
      />
      <AssigneeChoice chosen={job.assignees?.map(({ id }) => id)} />
    </Form>
  );
}
