import { v7 } from 'uuid';
import { hashOfToken } from '../../src/database/tokens.js';
import { type Ask, openWorld, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';
import { newBusiness as setUpInput } from './empty-world.js';
import { newBusiness } from './new-business.js';

let world: World;
let owner: Ask;
beforeAll(async () => {
  world = await openWorld();
  owner = await world.as('owner');
});
afterAll(() => world.close());

const rename = (slug: string, by: Ask = owner) => by(ops.ChangeSlugDocument, { slug });
const open = (path: string, init: RequestInit = {}) =>
  fetch(`${world.url}${path}`, { redirect: 'manual', ...init });

async function renamed(slug: string) {
  const { data, errors } = await rename(slug);
  expect(errors).toBeUndefined();
  return data.updateSiteSettings.business;
}

/** Where an address leads: its status, and the path that it redirects to. */
async function leadsTo(path: string) {
  const { status, headers } = await open(path);
  return [status, headers.get('location')];
}

describe('the address of the enquiry form', () => {
  it('changes, and every earlier one leads to it', async () => {
    expect(await renamed('Bright-Spark-Sydney')).toEqual({
      slug: 'bright-spark-sydney',
      enquiryFormUrl: expect.stringMatching(/\/enquire\/bright-spark-sydney$/),
    });
    await renamed('bright-2');
    for (const earlier of ['bright-spark', 'bright-spark-sydney']) {
      expect(await leadsTo(`/enquire/${earlier}`)).toEqual([301, '/enquire/bright-2']);
      expect(await leadsTo(`/enquire/${earlier}/thanks`)).toEqual([
        301,
        '/enquire/bright-2/thanks',
      ]);
    }
    expect(await leadsTo('/enquire/bright-2')).toEqual([200, null]);
    expect((await open('/enquire/bright-spark')).headers.get('cache-control')).toBe('no-store');
  });

  it('takes what is sent to an earlier one, by page and by API', async () => {
    const body = new URLSearchParams({
      name: 'Vera',
      email: 'vera@visitor.test',
      message: 'Hello',
    });
    const posted = await open('/enquire/bright-spark', { method: 'POST', body });
    expect([posted.status, posted.headers.get('location')]).toEqual([
      303,
      '/enquire/bright-2/thanks',
    ]);
    const { errors } = await world.asVisitor(ops.SubmitEnquiryDocument, {
      slug: 'bright-spark-sydney',
      input: { name: 'Vera', email: 'vera@visitor.test', message: 'Hello again' },
    });
    expect(errors).toBeUndefined();
  });

  it('can be the earlier one again, without going round in circles', async () => {
    await renamed('bright-spark');
    expect(await leadsTo('/enquire/bright-spark')).toEqual([200, null]);
    expect(await leadsTo('/enquire/bright-2')).toEqual([301, '/enquire/bright-spark']);
  });

  it('leads nowhere while the form is off', async () => {
    await world.sql('update businesses set enquiry_form_enabled = false where slug = $1', [
      'bright-spark',
    ]);
    expect(await leadsTo('/enquire/bright-2')).toEqual([404, null]);
    await renamed('bright-spark');
  });

  it('is never given to another business, not even by a row written past the API', async () => {
    const other = await newBusiness(world, 'other-business');
    for (const taken of ['bright-spark', 'bright-2', 'bright-spark-sydney']) {
      const { errors } = await rename(taken, other);
      expect(errors?.[0]?.extensions).toMatchObject({
        code: 'VALIDATION_FAILED',
        field: 'input.slug',
      });
      await expect(newBusiness(world, taken)).rejects.toMatchObject({ code: '23505' });
    }
    expect(await leadsTo('/enquire/bright-2')).toEqual([301, '/enquire/bright-spark']);
  });

  it('goes to one of two who want it at once', async () => {
    const other = await newBusiness(world, 'wants-it-too');
    const answers = await Promise.all([rename('wanted'), rename('wanted', other)]);
    const refused = answers.flatMap(({ errors }) => errors ?? []);
    expect(refused.map(({ extensions }) => extensions.field)).toEqual(['input.slug']);
    await renamed('bright-spark');
  });

  it.each([
    'ab',
    'with space',
    'a--b',
    '-ab',
    'ab-',
    'müller',
    'a/b',
    'x'.repeat(61),
    '',
    `abc${' '.repeat(300)}`,
  ])('cannot be %p', async (slug) => {
    const { errors } = await rename(slug);
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'VALIDATION_FAILED',
      field: 'input.slug',
    });
  });
});

it('businesses of one name get numbers, and after twenty an end at random: no more are read', async () => {
  const setUp = async () => {
    const id = v7();
    await world.sql(
      "insert into setup_links (id, token_hash, email, created_at, expires_at) values ($1, $2, $3, now(), now() + interval '1 day')",
      [id, hashOfToken(`jgu_${id}`), `${id}@twin.test`],
    );
    const input = setUpInput({
      ...{ setupToken: `jgu_${id}`, businessName: 'Twin & Söhne', ownerEmail: `${id}@twin.test` },
    });
    const { data, errors } = await world.asVisitor(ops.SetUpBusinessDocument, { input });
    if (errors) throw new Error(JSON.stringify(errors));
    const asked = await world.withToken(data.setUpBusiness.token)<
      { business: { slug: string } },
      object
    >('{ business { slug } }');
    return asked.data.business.slug;
  };
  expect(await setUp()).toBe('twin-sohne');
  await world.sql(
    `insert into business_slugs (slug, business_id)
     select 'twin-sohne-' || n, (select id from businesses limit 1) from generate_series(2, 19) n`,
  );
  expect(await setUp()).toBe('twin-sohne-20');
  expect(await setUp()).toMatch(/^twin-sohne-[0-9a-f]{8}$/);
});
