import { DEMO_PASSWORD } from '../../db/demo/seed-demo.js';
import { itInLongForm } from '../harness/long-form.js';
import { type Ask, openWorld, tokenIn, until, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';
import { openConversation, send, switchMessages, threadOfClient } from './conversation.js';

let world: World;
let owner: Ask;
beforeAll(async () => {
  world = await openWorld({ messageMailSeconds: 1, clientMessagesPerHour: 10_000 });
  owner = await world.as('owner');
});
afterAll(() => world.close());

const OWNER = 'owner@demo.jobglass.test';
const STAFF_NAMES = /Olivia|Owner|Adam|Admin|Sue|Supervisor|Terry|Tradie/;

/** Returns the outbox emails about the messages of a job, sent or not. */
function queued(jobId: string, recipient: string) {
  return world.running.services.orm.em
    .fork()
    .execute<{ status: string; failure: string | null }[]>(
      "select status, failure from outgoing_emails where job_id = ? and recipient = ? and kind like 'MESSAGES%' order by id",
      [jobId, recipient],
    );
}

/** Sends several messages in one request, so that they are one burst on any machine. */
async function burst(ask: Ask, jobId: string, bodies: string[]) {
  const fields = bodies.map(
    (body, at) => `m${at}: sendMessage(jobId: "${jobId}", body: "${body}") { message { id } }`,
  );
  const { errors } = await ask(`mutation { ${fields.join(' ')} }`);
  expect(errors).toBeUndefined();
}

async function mailAbout(address: string, text: string) {
  const mails = await until(async () => {
    const found = (await world.mails(address)).filter((mail) => mail.text.includes(text));
    return found.length > 0 && found;
  });
  expect(mails).toHaveLength(1);
  return mails[0] as (typeof mails)[number];
}

describe('a client', () => {
  it('gets one email for a burst of messages, with a link to the thread and without names of staff', async () => {
    const { jobId, client, email } = await openConversation(world);
    await burst(owner, jobId, ['One moment', 'Two ladders', 'Three tiles']);
    const mail = await mailAbout(email, 'One moment');
    expect(mail.text).toContain('Two ladders');
    expect(mail.text).toContain('Three tiles');
    expect(mail.text).toContain('3 messages');
    expect(mail.subject).toBe('Bright Spark Electrical: 3 messages about Fix the roof');
    expect(`${mail.subject} ${mail.text} ${mail.html}`).not.toMatch(STAFF_NAMES);
    // It is in the mailbox shortly before it is recorded as sent.
    await until(async () => (await queued(jobId, email)).every(({ status }) => status === 'SENT'));
    expect(await queued(jobId, email)).toEqual([{ status: 'SENT', failure: null }]);
    const opened = await threadOfClient(world.withToken(tokenIn(mail)));
    expect(opened).toEqual(await threadOfClient(client));
    expect(opened?.messages).toHaveLength(3);
  });

  it('gets emails with its current link, and with a new one when that is revoked', async () => {
    const { jobId, email, linkId } = await openConversation(world);
    await send(owner, jobId, 'Under the first link');
    const first = await mailAbout(email, 'Under the first link');
    expect(await links(jobId)).toHaveLength(1);
    await owner(ops.RevokePortalLinkDocument, { id: linkId });
    await burst(owner, jobId, ['Under a second link', 'And again']);
    const second = await mailAbout(email, 'Under a second link');
    expect(await links(jobId)).toHaveLength(2);
    expect(tokenIn(second)).not.toBe(tokenIn(first));
    const again = world.withToken(tokenIn(second));
    expect((await threadOfClient(again))?.messages).toHaveLength(3);
  });

  itInLongForm(
    'gets each message in one email, even when the last ones are still unread',
    async () => {
      const { jobId, email } = await openConversation(world);
      await send(owner, jobId, 'Early words');
      await mailAbout(email, 'Early words');
      await send(owner, jobId, 'Later words');
      const later = await mailAbout(email, 'Later words');
      expect(later.text).toContain('a message');
      await mailAbout(email, 'Early words');
    },
  );

  itInLongForm(
    'gets no email about messages it has already read, nor once messages are off',
    async () => {
      const { jobId, client, email } = await openConversation(world);
      await send(owner, jobId, 'Read at once');
      await client(ops.MarkMessagesReadDocument, { jobId });
      await until(async () =>
        (await queued(jobId, email)).every(({ status }) => status !== 'QUEUED'),
      );
      await send(owner, jobId, 'Taken back');
      await switchMessages(world, jobId, false);
      const mails = await until(async () => {
        const all = await queued(jobId, email);
        return all.every(({ status }) => status === 'CANCELLED') && all;
      });
      expect(mails.map(({ failure }) => failure)).toEqual([
        'Everything was read before the mail went out.',
        'Messages were switched off before the mail went out.',
      ]);
      expect(await world.mails(email)).toHaveLength(1);
    },
  );

  itInLongForm('gets the published title while a new one waits for review', async () => {
    const { jobId, email } = await openConversation(world);
    await owner(ops.UpdateJobDocument, {
      input: { id: jobId, title: 'Difficult customer' },
    });
    await send(owner, jobId, 'About your roof');
    const mail = await mailAbout(email, 'About your roof');
    expect(`${mail.subject} ${mail.text} ${mail.html}`).not.toContain('Difficult customer');
  });

  it('gets no email while the portal is off', async () => {
    const { jobId, email } = await openConversation(world);
    await send(owner, jobId, 'Just before the switch');
    await owner(ops.SwitchPortalDocument, { on: false });
    await until(async () =>
      (await queued(jobId, email)).some(({ status }) => status === 'WAITING'),
    );
    expect(await world.mails(email)).toHaveLength(1);
    await owner(ops.SwitchPortalDocument, { on: true });
    await send(owner, jobId, 'Just after the switch');
    expect(await queued(jobId, email)).toHaveLength(1);
  });
});

describe('the business', () => {
  it('gets one email for a burst, to each owner and admin, when no assigned staff may reply', async () => {
    const { jobId, client } = await openConversation(world);
    await burst(client, jobId, ['Are you there', 'The gate is open']);
    for (const person of [OWNER, 'admin@demo.jobglass.test']) {
      const mail = await mailAbout(person, 'Are you there');
      expect(mail.subject).toMatch(/^Kim Client: 2 messages on job \d+$/);
      expect(mail.text).toContain('The gate is open');
      expect(mail.links).toEqual([expect.stringMatching(/\/console#\/jobs\//)]);
      expect(await queued(jobId, person)).toHaveLength(1);
    }
    for (const person of ['supervisor', 'tradie', 'apprentice']) {
      expect(await queued(jobId, `${person}@demo.jobglass.test`)).toEqual([]);
    }
  });

  itInLongForm('gets emails to the assigned supervisor and the admin who wrote', async () => {
    const { jobId, client } = await openConversation(world);
    const { data } = await world.asVisitor<{ signIn: { staff: { id: string } } }, object>(
      'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { staff { id } } }',
      { email: 'supervisor@demo.jobglass.test', password: DEMO_PASSWORD },
    );
    await owner(ops.UpdateJobDocument, {
      input: { id: jobId, assigneeIds: [data.signIn.staff.id] },
    });
    await send(await world.as('admin'), jobId, 'Which colour?');
    await send(client, jobId, 'Green as the door');
    await mailAbout('supervisor@demo.jobglass.test', 'Green as the door');
    await mailAbout('admin@demo.jobglass.test', 'Green as the door');
    expect(await queued(jobId, OWNER)).toEqual([]);
  });

  itInLongForm(
    'gets an email to the tradie who is assigned and to the office, since a tradie cannot share',
    async () => {
      const { jobId, client } = await openConversation(world);
      await assign(jobId, 'tradie@demo.jobglass.test');
      await send(client, jobId, 'Is the power off?');
      await mailAbout('tradie@demo.jobglass.test', 'Is the power off?');
      await mailAbout(OWNER, 'Is the power off?');
      expect(await queued(jobId, 'apprentice@demo.jobglass.test')).toEqual([]);
    },
  );

  itInLongForm('gets no email to a tradie who is taken off the job meanwhile', async () => {
    const { jobId, client } = await openConversation(world);
    await assign(jobId, 'apprentice@demo.jobglass.test');
    await send(client, jobId, 'Bring the long ladder');
    await owner(ops.UpdateJobDocument, { input: { id: jobId, assigneeIds: [] } });
    await mailAbout(OWNER, 'Bring the long ladder');
    await until(async () =>
      (await queued(jobId, 'apprentice@demo.jobglass.test')).every(
        ({ status }) => status === 'CANCELLED',
      ),
    );
    expect(await queued(jobId, 'apprentice@demo.jobglass.test')).toHaveLength(1);
  });

  it('gets no email about messages that somebody has read meanwhile', async () => {
    const { jobId, client } = await openConversation(world);
    await send(client, jobId, 'Never mind');
    await owner(ops.MarkMessagesReadDocument, { jobId });
    await until(async () =>
      (await queued(jobId, OWNER)).every(({ status }) => status === 'CANCELLED'),
    );
  });

  itInLongForm('gets an email after a maximum time, even if the client keeps writing', async () => {
    const { jobId, client } = await openConversation(world);
    const [first] = await until(async () => {
      await send(client, jobId, 'And another thing');
      const mails = (await world.mails(OWNER)).filter(({ text }) =>
        text.includes('And another thing'),
      );
      return mails.length > 0 && mails;
    });
    expect(first?.subject).toMatch(/messages on job/);
  });

  it('loses no message between two emails', async () => {
    const { jobId, client } = await openConversation(world);
    let sent = 0;
    await until(async () => {
      sent += 1;
      await send(client, jobId, `number ${sent}.`);
      return (await queued(jobId, OWNER)).length > 2;
    });
    await until(async () => (await queued(jobId, OWNER)).every(({ status }) => status === 'SENT'));
    const texts = await world.running.services.orm.em
      .fork()
      .execute<{ id: string }[]>(
        "select jsonb_array_elements_text(data->'messageIds') as id from outgoing_emails where job_id = ? and recipient = ? order by id",
        [jobId, OWNER],
      );
    const { data } = await owner(ops.MessagesOfJobDocument, { id: jobId });
    expect(texts.map(({ id }) => id).sort()).toEqual(
      data.job?.messages?.map(({ id }) => id).sort(),
    );
  });
});

async function links(jobId: string) {
  const { data } = await owner(ops.JobForStaffDocument, { id: jobId });
  return data.job?.portalLinks;
}

async function assign(jobId: string, email: string): Promise<void> {
  const { rows } = await world.sql('select id from staff_members where email = $1', [email]);
  const { errors } = await owner(ops.UpdateJobDocument, {
    input: { id: jobId, assigneeIds: [String(rows[0]?.id)] },
  });
  expect(errors).toBeUndefined();
}
