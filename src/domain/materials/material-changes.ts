import type { Unit } from '../../database/unit-of-work.js';
import { MAX_INT } from '../../visibility/bounds.js';
import { invalid } from '../../visibility/refusals.js';
import { jobToChange, partOfJob, staffOf } from '../jobs/job-to-change.js';
import { MAX_QUANTITY, MAX_UNIT_CENTS } from '../money/bounds.js';
import { netOf } from '../money/totals.js';
import { refuseOthersWork } from '../staff/own-work.js';
import { StaffMember } from '../staff/staff-member.entity.js';
import { Material } from './material.entity.js';
import type { AddMaterialInput, UpdateMaterialInput } from './material.inputs.js';

/** Records material used on a job. */
export async function addMaterial(unit: Unit, input: AddMaterialInput) {
  const job = await jobToChange(unit, input.jobId);
  const { name, quantity, unitCostCents } = input;
  const material = unit.em.create(Material, {
    businessId: job.businessId,
    job,
    name,
    quantity,
    unitCostCents,
    addedBy: unit.em.getReference(StaffMember, staffOf(unit).staffId),
  });
  checkCost(material);
  return { material, job };
}

/** Changes what the input names and leaves the rest. */
export async function updateMaterial(unit: Unit, input: UpdateMaterialInput) {
  for (const field of ['name', 'quantity', 'unitCostCents'] as const) {
    if (input[field] === null)
      throw invalid(`input.${field}`, 'This cannot be empty; leave it out to keep it as it is.');
  }
  const { part: material, job } = await partOfJob(unit, Material, input.id);
  refuseOthersWork(unit, material.addedBy);
  material.name = input.name ?? material.name;
  material.quantity = input.quantity ?? material.quantity;
  material.unitCostCents = input.unitCostCents ?? material.unitCostCents;
  checkCost(material);
  return { material, job };
}

/** Takes a record of material away for good. */
export async function removeMaterial(unit: Unit, id: string) {
  const { part: material, job } = await partOfJob(unit, Material, id);
  refuseOthersWork(unit, material.addedBy);
  unit.em.remove(material);
  return { materialId: id, job };
}

/** What one record costs must fit an Int, also where part of it was stored before there were bounds. */
function checkCost({ quantity, unitCostCents }: Material): void {
  const isBounded = quantity <= MAX_QUANTITY && unitCostCents <= MAX_UNIT_CENTS;
  if (!isBounded || netOf(quantity, unitCostCents) > MAX_INT)
    throw invalid(
      'input.quantity',
      'This costs more than 21,474,836.47 together; check the quantity and the cost.',
    );
}
