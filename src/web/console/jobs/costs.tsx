import { Field } from '../../design/field';
import { JobMoneyDocument, UseMaterialDocument } from '../../gen/operations';
import { Asked, Nothing } from '../app/asked';
import { Form } from '../app/form';
import { useChange } from '../app/use-change';
import { useViewer } from '../app/viewer';
import { words } from '../words';
import type { TabParts } from './job-tabs';

/** Materials, and what the job costs for those who may know. */
export function Costs({ id }: TabParts) {
  const { may, inWords } = useViewer();
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
            {job?.materials?.map(({ id, name, quantity, unitCostCents }) => (
              <li className="line" key={id}>
                <span>
                  {inWords.number(quantity)} × {name}
                </span>
                {unitCostCents !== null && <span>{inWords.money(unitCostCents)}</span>}
              </li>
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
              <Field label={words.material} name="name" required />
              <Field
                label={words.quantity}
                name="quantity"
                type="number"
                min="0.01"
                step="0.01"
                defaultValue="1"
                required
              />
              {seesCosts && (
                <Field
                  label={words.unitCost}
                  name="cost"
                  type="number"
                  min="0"
                  step="0.01"
                  defaultValue="0"
                />
              )}
            </Form>
          </div>
        </div>
      )}
    </Asked>
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
