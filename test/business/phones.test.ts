import { scheduledJob, shared } from '../harness/jobs.js';
import { type Ask, openWorld, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';

let world: World;
let owner: Ask;
beforeAll(async () => {
  world = await openWorld();
  owner = await world.as('owner');
});
afterAll(() => world.close());

const PHONES = '{ business { phone phoneNational phoneInternational phoneUri } }';

async function phonesFor(ask: Ask) {
  const { data, errors } = await ask<{ business: object }, object>(PHONES);
  expect(errors).toBeUndefined();
  return data.business;
}

async function enquiryPage(): Promise<string> {
  return (await fetch(`${world.url}/enquire/bright-spark`)).text();
}

/** Footer of the mail with a link to a client with this phone number. */
async function mailToClient(phone: string | null) {
  const job = await scheduledJob(owner);
  await owner(ops.ChangeClientDocument, { input: { id: job.clientId, phone } });
  return shared(world, owner, job, ['STATUS']);
}

it('the phone number of a business is national where it is read in its country, international elsewhere', async () => {
  const { errors } = await owner(
    'mutation { updateBusiness(input: { phone: "0298765432" }) { business { id } } }',
  );
  expect(errors).toBeUndefined();
  const phones = {
    phone: '0298765432',
    phoneNational: '(02) 9876 5432',
    phoneInternational: '+61 2 9876 5432',
    phoneUri: 'tel:+61298765432',
  };
  expect(await phonesFor(owner)).toEqual(phones);
  const { client, mail } = await mailToClient(null);
  expect(await phonesFor(client)).toEqual(phones);
  expect(mail?.text).toContain('Questions? Call (02) 9876 5432.');
  expect((await mailToClient('0412 345 678')).mail?.text).toContain('Call (02) 9876 5432.');
  expect((await mailToClient('+64 21 123 4567')).mail?.text).toContain('Call +61 2 9876 5432.');
  expect(await enquiryPage()).toContain('<a href="tel:+61298765432">(02) 9876 5432</a>');
});

it('a number from abroad is international everywhere, and what is no valid number stays as it was typed', async () => {
  const shown = async (phone: string) => {
    await world.sql("update businesses set phone = $1 where slug = 'bright-spark'", [phone]);
    return phonesFor(owner);
  };
  expect(await shown('+64 21 123 4567')).toMatchObject({
    phoneNational: '+64 21 123 4567',
    phoneInternational: '+64 21 123 4567',
    phoneUri: 'tel:+64211234567',
  });
  // From a time when anything could be typed.
  expect(await shown('5550 ask Bo')).toMatchObject({
    phoneNational: '5550 ask Bo',
    phoneInternational: '5550 ask Bo',
    phoneUri: 'tel:5550',
  });
  expect((await mailToClient(null)).mail?.text).toContain('Call 5550 ask Bo.');
});
