import { type Ask, openWorld, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';

let world: World;
let owner: Ask;
beforeAll(async () => {
  world = await openWorld({ enquiriesPer10Minutes: 1000 });
  owner = await world.as('owner');
});
afterAll(() => world.close());

const right = { name: 'Fay Form', email: 'fay@form.test', message: 'Two lights, please.' };

function visit(path: string) {
  return fetch(`${world.url}/enquire/${path}`);
}

/** Submits the form as a browser without scripts does. */
function send(slug: string, fields: Record<string, string>) {
  return fetch(`${world.url}/enquire/${slug}`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    redirect: 'manual',
  });
}

async function newestEnquiry() {
  const { data } = await owner(ops.EnquiriesDocument, { first: 1 });
  return data.enquiries.nodes[0];
}

async function howMany() {
  const { rows } = await world.sql('select count(*)::int as count from enquiries');
  return rows[0]?.count as unknown as number;
}

describe('the form', () => {
  it('is a page with a label for every field, and without scripts', async () => {
    const answer = await visit('bright-spark');
    const page = await answer.text();
    expect(answer.status).toBe(200);
    expect(page).toContain('<html lang="en">');
    expect(page).not.toMatch(/<script|javascript:|\son\w+=|\ssrc=|\sstyle=/i);
    for (const name of ['name', 'email', 'phone', 'siteAddress', 'message', 'website']) {
      expect(page).toContain(`<label for="${name}">`);
      expect(page).toContain(`id="${name}" name="${name}"`);
    }
  });

  it('may be embedded anywhere, and can only be submitted to this server', async () => {
    const { headers } = await visit('bright-spark');
    expect(headers.get('x-frame-options')).toBeNull();
    const policy = headers.get('content-security-policy');
    expect(policy).toContain('frame-ancestors *');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("form-action 'self'");
    expect(policy).not.toContain('unsafe');
    const portal = await fetch(`${world.url}/portal`);
    expect(portal.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(portal.headers.get('x-frame-options')).toBe('SAMEORIGIN');
  });

  it('shows the name and phone number of the business and nothing else of it', async () => {
    const page = await (await visit('bright-spark')).text();
    expect(page).toContain('Bright Spark Electrical');
    expect(page).toContain('<a href="tel:+61255501234">(02) 5550 1234</a>');
    expect(page).not.toContain('office@bright-spark.test');
    const { rows } = await world.sql("select id from businesses where slug = 'bright-spark'");
    expect(page).not.toContain(rows[0]?.id);
  });

  it('has an address that staff can pass on while the form is on', async () => {
    const { data } = await owner('{ business { enquiryFormUrl } }');
    expect(data).toEqual({
      business: { enquiryFormUrl: 'http://localhost:4000/enquire/bright-spark' },
    });
  });
});

describe('submitting it without scripts', () => {
  it('stores the enquiry and shows a thank-you page that can be reloaded', async () => {
    const sent = await send('bright-spark', { ...right, message: 'One\r\nTwo', website: '' });
    expect(sent.status).toBe(303);
    expect(sent.headers.get('location')).toBe('/enquire/bright-spark/thanks');
    const thanks = await (await visit('bright-spark/thanks')).text();
    expect(thanks).toContain('has received your enquiry');
    expect(await newestEnquiry()).toMatchObject({
      name: 'Fay Form',
      email: 'fay@form.test',
      message: 'One\nTwo',
      phone: null,
      siteAddress: null,
    });
  });

  it('shows all errors at once, beside their fields, and keeps the input', async () => {
    const before = await howMany();
    const sent = await send('bright-spark', {
      name: ' ',
      email: 'nowhere',
      phone: '12',
      message: 'Typed already',
    });
    const page = await sent.text();
    expect(sent.status).toBe(422);
    expect(page).toContain('role="alert"');
    for (const name of ['name', 'email', 'phone']) {
      expect(page).toContain(`<a href="#${name}">`);
      expect(page).toContain(`aria-invalid="true" aria-describedby="${name}-wrong"`);
      expect(page).toContain(`id="${name}-wrong"`);
    }
    expect(page).not.toContain('<a href="#message">');
    expect(page).toContain('>\nTyped already</textarea>');
    expect(page).toContain('value="nowhere"');
    expect(await howMany()).toBe(before);
  });

  it('requires an email address or a phone number', async () => {
    const page = await (await send('bright-spark', { ...right, email: '' })).text();
    expect(page).toContain('Leave an email address or a phone number');
  });

  it.each([
    ['nothing', ''],
    ['something that is no form', JSON.stringify(right)],
  ])('shows the form again for %s', async (_, body) => {
    const answer = await fetch(`${world.url}/enquire/bright-spark`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body,
    });
    expect(answer.status).toBe(422);
  });

  it('removes characters that cannot be stored', async () => {
    expect((await send('bright-spark', { ...right, name: 'N\0ul' })).status).toBe(303);
    expect(await newestEnquiry()).toMatchObject({ name: 'Nul' });
  });

  it('accepts a message of 5,000 characters, however encoded, and none longer', async () => {
    const longest = '漢'.repeat(5_000);
    expect((await send('bright-spark', { ...right, message: longest })).status).toBe(303);
    expect((await newestEnquiry())?.message).toBe(longest);
    expect((await send('bright-spark', { ...right, message: `${longest}!` })).status).toBe(422);
  });
});

describe('a bot that fills in every field', () => {
  it('gets the usual response from form and API, and nothing is stored or emailed', async () => {
    const before = await howMany();
    const mails = async () =>
      (await world.sql('select count(*)::int as count from outgoing_emails')).rows[0]?.count;
    const mailsBefore = await mails();
    const website = 'https://spam.test';
    const posted = await send('bright-spark', { ...right, website });
    expect([posted.status, posted.headers.get('location')]).toEqual([
      303,
      '/enquire/bright-spark/thanks',
    ]);
    const { data } = await world.asVisitor(ops.SubmitEnquiryDocument, {
      slug: 'bright-spark',
      input: { ...right, website },
    });
    expect(data).toEqual({ submitEnquiry: { received: true } });
    expect(await howMany()).toBe(before);
    expect(await mails()).toBe(mailsBefore);
  });
});

describe('a business without a form', () => {
  const never = ['no-such-business', 'BRIGHT-SPARK', '%00', "'; drop table enquiries; --", '../'];

  afterAll(() => owner(ops.SwitchEnquiryFormDocument, { on: true }));

  it('gets the same response whether it is unknown or its form is off', async () => {
    const { data } = await owner(ops.SwitchEnquiryFormDocument, { on: false });
    expect(data.updateSiteSettings.business.enquiryFormUrl).toBeNull();
    const off = await seen('bright-spark');
    const unknown = await seen('no-such-business');
    expect(off).toEqual(unknown);
    expect(off.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect(off[0]?.text).toContain('There is no enquiry form here');
    expect(await submitted('bright-spark')).toEqual(await submitted('no-such-business'));
  });

  it.each(never)('is not found under %s', async (slug) => {
    expect((await submitted(slug))?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await visit(encodeURIComponent(slug))).status).toBe(404);
  });

  it('is not found by %00 in the address', async () => {
    expect((await visit('%00')).status).toBe(404);
  });

  async function seen(slug: string) {
    const answers = [
      await visit(slug),
      await visit(`${slug}/thanks`),
      await send(slug, { ...right, website: 'https://spam.test' }),
    ];
    return Promise.all(
      answers.map(async (answer) => ({
        status: answer.status,
        text: await answer.text(),
        headers: [...answer.headers].filter(([name]) => name !== 'date'),
      })),
    );
  }

  async function submitted(slug: string) {
    const { errors } = await world.asVisitor(ops.SubmitEnquiryDocument, { slug, input: right });
    return errors;
  }
});

describe('somebody who types HTML tags', () => {
  const tags = `"><img src=x onerror=alert(1)></textarea></style><script>alert('x')</script>`;

  it('sees them on the page as text', async () => {
    await world.sql("update businesses set name = $1, phone = $1 where slug = 'sol-plumbing'", [
      tags,
    ]);
    const pages = [
      await (await visit('sol-plumbing')).text(),
      await (await visit('sol-plumbing/thanks')).text(),
      await (
        await send('sol-plumbing', {
          name: tags.repeat(5),
          email: tags,
          phone: tags,
          siteAddress: tags.repeat(9),
          message: tags,
          website: tags,
        })
      ).text(),
    ];
    for (const page of pages) {
      expect(page).not.toMatch(/<img|<script|<\/textarea><\/style>/);
      expect(page).toContain('&#60;img src=x onerror=alert(1)&#62;');
    }
  });

  it('and staff see them as text in their email', async () => {
    const message = `${tags} please`;
    await send('bright-spark', { name: tags, email: 'tags@form.test', message, siteAddress: tags });
    const enquiry = await newestEnquiry();
    expect(enquiry).toMatchObject({ name: tags, message, siteAddress: tags });
    const id = enquiry?.id as string;
    await owner(ops.ReplyToEnquiryDocument, { id, body: tags });
    await owner(ops.DeclineEnquiryDocument, { id, reason: tags });
    const mails = await world.mailsTo('tags@form.test', 2);
    const staffEmails = (await world.mails('owner@demo.jobglass.test')).filter(({ subject }) =>
      subject.includes('<img'),
    );
    expect(staffEmails).toHaveLength(1);
    for (const { html } of [...mails, ...staffEmails]) {
      expect(html).not.toMatch(/<img|<script/);
      expect(html).toContain('&lt;img src=x');
    }
  });
});
