import { useState } from 'react';
import { Button } from '../../design/button';
import { Field } from '../../design/field';
import {
  ChangeMaterialDocument,
  DropMaterialDocument,
  JobMoneyDocument,
  type JobMoneyQuery,
  UseMaterialDocument,
} from '../../gen/operations';
import { Asked, Nothing } from '../app/asked';
import { Form } from '../app/form';
import { Problem } from '../app/problem';
import { useChange } from '../app/use-change';
import { useViewer } from '../app/viewer';
import { words } from '../words';
import type { TabParts } from './job-tabs';

type Material = NonNullable<NonNullable<JobMoneyQuery['job']>['materials']>[number];

/** Materials, and what the job costs for those who may know. */
export function Costs({ id }: TabParts) {
  const { may } = useViewer();
  const use = useChange(UseMaterialDocument);
  const seesCosts = may('SEE_COSTS');
  return (
    <Asked query={JobMoneyDocument} variables={{ id }}>
      {({ job }) => (
        <div className="stack">
          {seesCosts && job && (
            <dl className="figures">
              <Figure name={words.staffCost} cents={job.staffCostCents} />
              <Figure name={words.materialsCost} cents={job.materialsCostCents} />
              <Figure name={words.margin} cents={job.marginCents} />
            </dl>
          )}
          {job?.materials?.length === 0 && <Nothing>{words.noMaterials}</Nothing>}
          <ul className="list">
            {job?.materials?.map((material) => (
              <MaterialLine key={material.id} material={material} />
            ))}
          </ul>
          <div className="card">
            <Form
              {...use}
              submit={words.addMaterial}
              onSubmit={(typed) =>
                use.run({
                  input: {
                    jobId: id,
                    name: typed.text('name'),
                    quantity: typed.number('quantity'),
                    unitCostCents: seesCosts ? typed.cents('cost') : 0,
                  },
                })
              }
            >
              <MaterialFields />
            </Form>
          </div>
        </div>
      )}
    </Asked>
  );
}

/** One material, with what may be done to it by the person who looks. */
function MaterialLine({ material }: { material: Material }) {
  const { may, inWords, staffId } = useViewer();
  const [isEditing, setEditing] = useState(false);
  const change = useChange(ChangeMaterialDocument);
  const drop = useChange(DropMaterialDocument);
  const { id, name, quantity, unitCostCents, addedBy } = material;
  const mayChange = may('CHANGE_ALL_WORK') || (addedBy !== null && addedBy.id === staffId);
  if (isEditing)
    return (
      <li className="line">
        <Form
          {...change}
          submit={words.save}
          onCancel={() => setEditing(false)}
          onSubmit={async (typed) => {
            const cost = unitCostCents === null ? {} : { unitCostCents: typed.cents('cost') };
            const { data } = await change.run({
              input: { id, name: typed.text('name'), quantity: typed.number('quantity'), ...cost },
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
    <li className="line">
      <div>
        <p>
          {inWords.number(quantity)} × {name}
        </p>
        {addedBy && <p className="soft small">{addedBy.name}</p>}
        <Problem error={drop.error} />
      </div>
      {unitCostCents !== null && <span>{inWords.money(unitCostCents)}</span>}
      {mayChange && (
        <span className="row">
          <Button onClick={() => setEditing(true)}>{words.edit}</Button>
          <Button look="danger" isBusy={drop.isBusy} onClick={() => drop.run({ id })}>
            {words.remove}
          </Button>
        </span>
      )}
    </li>
  );
}

/** What is typed of a material; its cost only by those who see costs. */
function MaterialFields({ material }: { material?: Material }) {
  const { may } = useViewer();
  return (
    <>
      <Field label={words.material} name="name" defaultValue={material?.name} required />
      <Field
        label={words.quantity}
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
          label={words.unitCost}
          name="cost"
          type="number"
          min="0"
          max="1000000"
          step="0.01"
          defaultValue={(material?.unitCostCents ?? 0) / 100}
        />
      )}
    </>
  );
}

function Figure({ name, cents }: { name: string; cents: number | null }) {
  const { inWords } = useViewer();
  if (cents === null) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>{inWords.money(cents)}</dd>
    </div>
  );
}
