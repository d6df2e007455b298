import { scheduledJob } from '../harness/jobs.js';
import { openStripe, type StripeLoopback } from '../harness/stripe-loopback.js';
import { type Ask, openWorld, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';
import { everyListReads, tryEveryInput } from './every-input.js';

let stripe: StripeLoopback;
let world: World;
let owner: Ask;
beforeAll(async () => {
  stripe = await openStripe();
  stripe.hold();
  world = await openWorld({ enquiriesPer10Minutes: 100_000, stripe: stripe.config(true) });
  owner = await world.as('owner');
});
afterAll(async () => {
  await world?.close();
  await stripe?.close();
});

// For each place a value beyond its bound, and in each fourth one that is absurd or at its bound. `inputs.long.ts` sends all.
let places = 0;
tryEveryInput(
  () => world,
  (tries) => {
    places += 1;
    const beyond = tries.findLast((each) => each.isBeyond);
    if (places % 4 > 0) return [beyond];
    return [beyond, places % 8 ? tries.at(0) : tries.findLast((each) => !each.isBeyond)];
  },
);

describe('the costs of a job', () => {
  const COSTS = `query ($id: ID!) { job(id: $id) { materialsCostCents marginCents staffCostCents } }`;

  async function costsOf(jobId: string) {
    return owner<{ job: Record<string, number | null> }, object>(COSTS, { id: jobId });
  }

  it('cannot be made absurd with one material', async () => {
    const apprentice = await world.as('apprentice');
    const { data: me } = await apprentice<{ me: { staffId: string } }, object>(
      '{ me { staffId } }',
    );
    const { jobId } = await scheduledJob(owner);
    await owner(ops.UpdateJobDocument, { input: { id: jobId, assigneeIds: [me.me.staffId] } });
    const sent = { jobId, name: 'Pipes', quantity: 1_000_000, unitCostCents: 2_147_483_647 };
    const refused = await apprentice(ops.AddMaterialDocument, { input: sent });
    expect(refused.errors?.[0]).toMatchObject({
      message:
        'The cost must be at most 1,000,000, or 100,000,000 in a currency without decimals, such as yen.',
      extensions: { code: 'VALIDATION_FAILED', field: 'input.unitCostCents' },
    });
    const together = { ...sent, unitCostCents: 100_000_000 };
    const product = await apprentice(ops.AddMaterialDocument, { input: together });
    expect(product.errors?.[0]?.extensions).toMatchObject({ field: 'input.quantity' });
    expect((await costsOf(jobId)).data.job.materialsCostCents).toBe(0);
  });

  it('are null with an error once the total is too large, and return when that is corrected', async () => {
    const { jobId } = await scheduledJob(owner, 'Dear job');
    const { jobId: cheap } = await scheduledJob(owner, 'Cheap job');
    await owner(ops.AddMaterialDocument, {
      input: { jobId: cheap, name: 'Nail', unitCostCents: 7 },
    });
    const input = { jobId, name: 'Gold', quantity: 11, unitCostCents: 100_000_000 };
    const { data } = await owner(ops.AddMaterialDocument, { input });
    await owner(ops.AddMaterialDocument, { input });
    const list = '{ jobs(first: 100) { nodes { id materialsCostCents staffCostCents } } }';
    for (let time = 0; time < 5; time += 1) {
      const { errors } = await costsOf(jobId);
      expect(errors?.map(({ path, extensions }) => [path, extensions.code])).toEqual([
        [['job', 'materialsCostCents'], 'NUMBER_TOO_LARGE'],
        [['job', 'marginCents'], 'NUMBER_TOO_LARGE'],
      ]);
      type Listed = { jobs: { nodes: Record<string, unknown>[] } };
      const { data: all } = await owner<Listed, object>(list);
      const of = (id: string) => all.jobs.nodes.find((each) => each.id === id);
      expect(of(jobId)).toEqual({ id: jobId, materialsCostCents: null, staffCostCents: 0 });
      expect(of(cheap)).toEqual({ id: cheap, materialsCostCents: 7, staffCostCents: 0 });
    }
    const { id } = data.addMaterial.material;
    const mended = await owner(ops.UpdateMaterialDocument, { input: { id, quantity: 1 } });
    expect(mended.errors).toBeUndefined();
    expect(await costsOf(jobId)).toEqual({
      data: {
        job: { materialsCostCents: 1_200_000_000, marginCents: -1_200_000_000, staffCostCents: 0 },
      },
    });
  });

  it('include values stored before there were bounds', async () => {
    const { jobId, visitId } = await scheduledJob(owner, 'Old job');
    const { rows } = await world.sql('select business_id from jobs where id = $1', [jobId]);
    const businessId = rows[0]?.business_id;
    await world.sql('alter table materials drop constraint materials_within_bounds');
    await world.sql(
      `insert into materials (id, business_id, job_id, name, quantity, unit_cost_cents) values
        (gen_random_uuid(), $1, $2, 'Everything', 1e308, 2147483647)`,
      [businessId, jobId],
    );
    await world.sql(
      `alter table materials add constraint materials_within_bounds
        check (quantity > 0 and quantity <= 1000000 and unit_cost_cents between 0 and 100000000) not valid`,
    );
    const { data } = await owner(ops.StaffMembersDocument);
    const dear = data.staffMembers.find(({ role }) => role === 'TRADIE')?.id as string;
    await world.sql('update staff_members set hourly_cost_cents = 2147483647 where id = $1', [
      dear,
    ]);
    await world.sql(
      `insert into assignments (id, business_id, job_id, visit_id, staff_member_id) values
        (gen_random_uuid(), $1, $2, $3, $4)`,
      [businessId, jobId, visitId, dear],
    );
    for (let time = 0; time < 4; time += 1) {
      const { data: read, errors } = await costsOf(jobId);
      expect(read.job).toEqual({
        materialsCostCents: null,
        marginCents: null,
        staffCostCents: null,
      });
      expect(errors?.map(({ extensions }) => extensions.code)).toEqual(
        Array(3).fill('NUMBER_TOO_LARGE'),
      );
    }
    await everyListReads(owner);
    const renamed = await owner<unknown, object>(
      'mutation ($input: UpdateStaffMemberInput!) { updateStaffMember(input: $input) { staffMember { name } } }',
      { input: { id: dear, name: 'Tradie again' } },
    );
    expect(renamed.errors).toBeUndefined();
    const { data: job } = await owner<{ job: { materials: { id: string }[] } }, object>(
      'query ($id: ID!) { job(id: $id) { materials { id } } }',
      { id: jobId },
    );
    const id = job.job.materials[0]?.id as string;
    const half = await owner(ops.UpdateMaterialDocument, { input: { id, name: 'Less' } });
    expect(half.errors?.[0]?.extensions).toMatchObject({ field: 'input.quantity' });
    expect((await owner(ops.RemoveMaterialDocument, { id })).errors).toBeUndefined();
  });
});

describe('material', () => {
  it('is changed and removed by the person who added it, and by those who may change everything', async () => {
    const [tradie, apprentice] = [await world.as('tradie'), await world.as('apprentice')];
    const ids = await Promise.all(
      [tradie, apprentice].map(async (ask) => {
        const { data } = await ask<{ me: { staffId: string } }, object>('{ me { staffId } }');
        return data.me.staffId;
      }),
    );
    const { jobId, revision } = await scheduledJob(owner);
    await owner(ops.UpdateJobDocument, { input: { id: jobId, assigneeIds: ids } });
    const { data } = await apprentice(ops.AddMaterialDocument, { input: { jobId, name: 'Tiles' } });
    const { id } = data.addMaterial.material;
    const byTradie = await tradie(ops.UpdateMaterialDocument, { input: { id, quantity: 2 } });
    expect(byTradie.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await tradie(ops.RemoveMaterialDocument, { id })).errors?.[0]?.extensions.code).toBe(
      'FORBIDDEN',
    );
    const own = await apprentice(ops.UpdateMaterialDocument, {
      input: { id, name: ' Slate \u200btiles', quantity: 2.5 },
    });
    expect(own.data.updateMaterial.material).toMatchObject({
      name: 'Slate tiles',
      quantity: 2.5,
      addedBy: { id: ids[1] },
    });
    const byOwner = await owner(ops.UpdateMaterialDocument, { input: { id, unitCostCents: 300 } });
    expect(byOwner.data.updateMaterial.sharePrompt?.revision).toBe(revision);
    const removed = await apprentice(ops.RemoveMaterialDocument, { id });
    expect(removed.data.removeMaterial.materialId).toBe(id);
    const again = await apprentice(ops.RemoveMaterialDocument, { id });
    expect(again.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });
});
