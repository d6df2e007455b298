import { useState } from 'react';
import { Button } from '../../../design/button';
import { Field } from '../../../design/field';
import { Written } from '../../../design/text/written';
import {
  AddMaterialDocument,
  JobMoneyDocument,
  type JobMoneyQuery,
  RemoveMaterialDocument,
  UpdateMaterialDocument,
} from '../../../gen/operations';
import { ErrorMessage } from '../../app/error-message';
import { Form } from '../../app/form';
import { EmptyState, QueryBoundary } from '../../app/query-boundary';
import { useMutationWithPrompt } from '../../app/use-mutation-with-prompt';
import { useViewer } from '../../session/viewer';
import { strings } from '../../strings';
import { useOfferUndo } from '../../undo/undo-provider';
import type { TabProps } from './tab-props';

type Material = NonNullable<NonNullable<JobMoneyQuery['job']>['materials']>[number];

/** Tab: materials, and the costs and margin for staff with the SEE_COSTS permission. */
export function Costs({ id }: TabProps) {
  const { may } = useViewer();
  const seesCosts = may('SEE_COSTS');
  return (
    <QueryBoundary query={JobMoneyDocument} variables={{ id }}>
      {({ job }) => (
        <div className="stack">
          {seesCosts && job && (
            <dl className="figures">
              <Figure name={strings.staffCost} cents={job.staffCostCents} />
              <Figure name={strings.materialsCost} cents={job.materialsCostCents} />
              <Figure name={strings.margin} cents={job.marginCents} />
            </dl>
          )}
          {job?.materials?.length === 0 && <EmptyState>{strings.noMaterials}</EmptyState>}
          <ul className="list">
            {job?.materials?.map((material) => (
              <MaterialRow key={material.id} material={material} />
            ))}
          </ul>
          {may('WORK_ON_JOBS') && <NewMaterial jobId={id} />}
        </div>
      )}
    </QueryBoundary>
  );
}

function NewMaterial({ jobId }: { jobId: string }) {
  const { may } = useViewer();
  const add = useMutationWithPrompt(AddMaterialDocument);
  return (
    <div className="card">
      <Form
        draft="material"
        {...add}
        submit={strings.addMaterial}
        onSubmit={(values) =>
          add.run({
            input: {
              jobId,
              name: values.text('name'),
              quantity: values.number('quantity'),
              unitCostCents: may('SEE_COSTS') ? values.cents('cost') : 0,
            },
          })
        }
      >
        <MaterialFields />
      </Form>
    </div>
  );
}

function MaterialRow({ material }: { material: Material }) {
  const { formats, mayChangeWorkOf } = useViewer();
  const [isEditing, setEditing] = useState(false);
  const update = useMutationWithPrompt(UpdateMaterialDocument);
  const remove = useMutationWithPrompt(RemoveMaterialDocument);
  const { id, name, quantity, unitCostCents, addedBy } = material;
  const offerUndo = useOfferUndo();
  const removeMaterial = async () => {
    const { data } = await remove.run({ id });
    if (data) offerUndo({ id, name });
  };
  if (isEditing)
    return (
      <li className="list-row">
        <Form
          draft={`material:${id}`}
          {...update}
          submit={strings.save}
          onCancel={() => setEditing(false)}
          onSubmit={async (values) => {
            const cost = unitCostCents === null ? {} : { unitCostCents: values.cents('cost') };
            const { data } = await update.run({
              input: {
                id,
                name: values.text('name'),
                quantity: values.number('quantity'),
                ...cost,
              },
            });
            if (data) setEditing(false);
            return { data };
          }}
        >
          <MaterialFields material={material} />
        </Form>
      </li>
    );
  return (
    <li className="list-row">
      <div>
        <p>
          {formats.number(quantity)} × <Written>{name}</Written>
        </p>
        {addedBy && (
          <p className="muted small">
            <Written>{addedBy.name}</Written>
          </p>
        )}
        <ErrorMessage error={remove.error} />
      </div>
      {unitCostCents !== null && <span>{formats.money(unitCostCents)}</span>}
      {mayChangeWorkOf(addedBy) && (
        <span className="row">
          <Button onClick={() => setEditing(true)}>{strings.edit}</Button>
          <Button variant="danger" isBusy={remove.isBusy} onClick={removeMaterial}>
            {strings.remove}
          </Button>
        </span>
      )}
    </li>
  );
}

/** Fields of a material; its cost only with the SEE_COSTS permission. */
function MaterialFields({ material }: { material?: Material }) {
  const { may, formats } = useViewer();
  return (
    <>
      <Field label={strings.material} name="name" defaultValue={material?.name} required />
      <Field
        label={strings.quantity}
        name="quantity"
        type="number"
        min="0"
        max="1000000"
        step="any"
        defaultValue={material?.quantity ?? 1}
        required
      />
      {may('SEE_COSTS') && (
        <Field
          label={strings.unitCost}
          name="cost"
          type="number"
          min="0"
          step={formats.amount.step}
          defaultValue={formats.amount.fromCents(material?.unitCostCents ?? 0)}
        />
      )}
    </>
  );
}

function Figure({ name, cents }: { name: string; cents: number | null }) {
  const { formats } = useViewer();
  if (cents === null) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>{formats.money(cents)}</dd>
    </div>
  );
}
