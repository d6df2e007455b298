import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import { MAX_INT } from '../../visibility/bounds.js';
import { invalid } from '../../visibility/refusals.js';
import { Business } from '../business/business.entity.js';
import { changeFields, fieldsOf } from '../common/copy-fields.js';
import { refuseIfChanged } from '../common/if-unchanged-since.js';
import { lockJob, partOfJob, refuseOthersWork, staffOf } from '../jobs/lock-job.js';
import { MAX_QUANTITY, MAX_UNIT_CENTS } from '../money/bounds.js';
import { money } from '../money/in-words.js';
import { netOf } from '../money/totals.js';
import { removeForUndo } from '../removals/remove-for-undo.js';
import { StaffMember } from '../staff/staff-member.entity.js';
import { Material } from './material.entity.js';
import type { AddMaterialInput, UpdateMaterialInput } from './material.inputs.js';

/** Adds material used on a job. */
export async function addMaterial(unit: Unit, input: AddMaterialInput) {
  const job = await lockJob(unit, input.jobId);
  const material = unit.em.create(
    Material,
    {
      ...fieldsOf(unit, Material, input),
      businessId: job.businessId,
      job,
      addedBy: unit.em.getReference(StaffMember, staffOf(unit).staffId),
    },
    { partial: true },
  );
  await checkCost(unit, material);
  return { material, job };
}

/** Updates the fields present in the input. Throws FORBIDDEN for the work of somebody else. */
export async function updateMaterial(unit: Unit, input: UpdateMaterialInput) {
  const { part: material, job } = await partOfJob(unit, Material, input.id);
  refuseOthersWork(unit, material.addedBy);
  await refuseIfChanged(unit, material, input.ifUnchangedSince, input);
  changeFields(unit, material, input);
  await checkCost(unit, material);
  return { material, job };
}

/** Removes material. Throws FORBIDDEN for the work of somebody else. */
export async function removeMaterial(unit: Unit, id: string) {
  const { part: material, job } = await partOfJob(unit, Material, id);
  refuseOthersWork(unit, material.addedBy);
  await removeForUndo(unit, 'MATERIAL', material);
  return { materialId: id, job };
}

/** Throws VALIDATION_FAILED when the cost does not fit an Int, also for values stored before there were bounds. */
async function checkCost({ em }: Unit, material: Material): Promise<void> {
  const { quantity, unitCostCents, businessId } = material;
  const isBounded = quantity <= MAX_QUANTITY && unitCostCents <= MAX_UNIT_CENTS;
  if (isBounded && netOf(quantity, unitCostCents) <= MAX_INT) return;
  const max = money(MAX_INT, await em.findOneOrFail(Business, businessId));
  throw invalid(
    'input.quantity',
    `This costs more than ${max} together; check the quantity and the cost.`,
  );
}
