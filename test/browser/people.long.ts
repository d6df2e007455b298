import type { Browser, Page } from 'playwright-core';
import { DEMO_PASSWORD } from '../../db/demo/seed-demo.js';
import { openBrowser, openWindow, PHONE, type Window } from '../harness/browser.js';
import { openWorld, until, type World } from '../harness/world.js';
import { call, codeAt, newAddress, PASSWORD, signIn } from '../staff/people.js';
import { atConsole, enter } from './at-console.js';

const NEXT = 'another long password';

let world: World;
let browser: Browser;
beforeAll(async () => {
  [world, browser] = await Promise.all([openWorld(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

/** Opens the newest link to a page in the mails to an address, on a phone. */
async function openLink(address: string, page: string): Promise<Window> {
  const link = await until(async () => {
    const mails = await world.mails(address);
    return mails.flatMap(({ links }) => links).find((each) => each.includes(`/${page}#`));
  });
  return openWindow(browser, `${world.url}/${page}${link.slice(link.indexOf('#'))}`, PHONE);
}

async function fitsAndIsAccessible(window: Window): Promise<void> {
  expect(await window.barriers()).toEqual([]);
  const isTooWide = await window.page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  );
  expect(isTooWide).toBe(false);
}

async function jobsBoard(page: Page): Promise<void> {
  await page.getByRole('heading', { name: /^(Today|Jobs)$/, level: 1 }).waitFor();
}

describe('by clicks on a phone', () => {
  const email = newAddress();
  const next = newAddress();
  let secret = '';
  let recoveryCode = '';

  it('an owner invites somebody, sends it again, and cancels another', async () => {
    const window = await atConsole(browser, world.url, 'owner', PHONE);
    const { page } = window;
    await enter(page, 'Staff');
    const invite = async (name: string, address: string) => {
      await page.getByLabel('Name').fill(name);
      await page.getByLabel('Email').fill(address);
      await page.getByLabel('Role').selectOption('SUPERVISOR');
      await page.getByRole('button', { name: 'Send the invitation' }).click();
      await page.getByText(`Invitation sent to ${address}.`).waitFor();
    };
    await invite('Nora New', email);
    await page.getByRole('button', { name: 'Send again: Nora New' }).click();
    await world.mailsTo(email, 2);
    await invite('Otto Other', newAddress());
    const cancel = page.getByRole('button', { name: 'Cancel invitation: Otto Other' });
    await cancel.click();
    await cancel.waitFor({ state: 'detached' });
    await fitsAndIsAccessible(window);
    expect(window.troubles).toEqual([]);
    await window.close();
  });

  it('the invited person chooses a password and is in', async () => {
    const window = await openLink(email, 'invitation');
    const { page } = window;
    await page.getByRole('heading', { name: 'Welcome' }).waitFor();
    await fitsAndIsAccessible(window);
    await page.getByLabel(/^Password/).fill(PASSWORD);
    await page.getByRole('button', { name: 'Join' }).click();
    await jobsBoard(page);
    expect(window.troubles).toEqual([]);
    await window.close();
  });

  it('sets up a second factor on the account page, and changes their name and address', async () => {
    const { data } = await signIn(world, email);
    const window = await openWindow(browser, `${world.url}/console`, PHONE);
    const { page } = window;
    await page.getByLabel('Email').fill(email);
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await jobsBoard(page);
    await enter(page, 'Your account');
    const card = (name: string) => page.getByRole('region', { name });
    await card('Profile').getByLabel('Name').fill('Nora Newer');
    await card('Profile').getByRole('button', { name: 'Save' }).click();
    await card('Profile').getByText('Saved.').waitFor();

    const factor = card('Second factor');
    await factor.getByRole('button', { name: 'Set up' }).click();
    await factor.getByLabel('Your password').fill(PASSWORD);
    await factor.getByRole('button', { name: 'Next' }).click();
    await factor.getByRole('img', { name: /QR code/ }).waitFor();
    secret = ((await factor.locator('code').textContent()) ?? '').replaceAll(' ', '');
    await fitsAndIsAccessible(window);
    await window.picture('account-second-factor-phone');
    await factor.getByRole('textbox', { name: 'Code' }).fill(codeAt(world, secret));
    await factor.getByRole('button', { name: 'Turn on' }).click();
    await factor.getByText('Your recovery codes').waitFor();
    recoveryCode = (await factor.locator('li code').first().textContent()) ?? '';
    await factor.getByRole('button', { name: 'I have kept them' }).click();
    await factor.getByText(/10 recovery codes are left/).waitFor();

    const address = card('Email address');
    await address.getByLabel('New email address').fill(next);
    await address.getByLabel('Your password').fill(PASSWORD);
    await address.getByRole('button', { name: 'Send a link' }).click();
    await address.getByText(/Until then nothing changes/).waitFor();

    await page.getByRole('button', { name: 'Sign out everywhere else' }).click();
    await page.getByRole('dialog').getByText('Sign out everywhere else', { exact: true }).click();
    await until(async () => {
      const { code } = await call(world.withToken(data.token), '{ secondFactor { isOn } }');
      return code === 'UNAUTHENTICATED';
    });
    await fitsAndIsAccessible(window);
    expect(window.troubles).toEqual([]);
    await window.close();
  });

  it('confirms the new address by its mail', async () => {
    const window = await openLink(next, 'confirm-email');
    await window.page.getByRole('button', { name: 'Confirm' }).click();
    await window.page.getByText(/From now on you sign in with this address/).waitFor();
    await fitsAndIsAccessible(window);
    await window.close();
  });

  it('forgets the password, gets a link, and signs in with it and a code', async () => {
    const asking = await openWindow(browser, `${world.url}/console`, PHONE);
    await asking.page.getByRole('link', { name: 'Forgot your password?' }).click();
    await asking.page.getByLabel('Email').fill(next);
    await asking.page.getByRole('button', { name: 'Mail me a link' }).click();
    await asking.page.getByText(/a mail is on its way/).waitFor();
    await fitsAndIsAccessible(asking);
    await asking.close();

    const window = await openLink(next, 'reset');
    const { page } = window;
    await page.getByLabel(/^New password/).fill(NEXT);
    await page.getByRole('button', { name: 'Save and sign in' }).click();
    await page.getByLabel(/recovery code/).fill(recoveryCode);
    await page.getByRole('button', { name: 'Save and sign in' }).click();
    await jobsBoard(page);
    await window.close();

    const again = await openWindow(browser, `${world.url}/console`, PHONE);
    await again.page.getByLabel('Email').fill(next);
    await again.page.getByLabel('Password').fill(NEXT);
    await again.page.getByRole('button', { name: 'Sign in' }).click();
    world.clock.advance(60_000);
    await again.page.getByLabel(/recovery code/).fill(codeAt(world, secret));
    await fitsAndIsAccessible(again);
    await again.page.getByRole('button', { name: 'Sign in' }).click();
    await jobsBoard(again.page);
    await again.close();
  });

  it('the owner demands it of supervisors, and one without it sets it up before anything else', async () => {
    const owner = await atConsole(browser, world.url, 'owner', PHONE);
    await enter(owner.page, 'Settings');
    const roles = owner.page.getByRole('region', { name: 'Second factor' });
    await roles.getByLabel('Supervisor').check();
    await roles.getByRole('button', { name: 'Save' }).click();
    await roles.getByText('Saved.').waitFor();
    await fitsAndIsAccessible(owner);
    await owner.close();

    const window = await openWindow(browser, `${world.url}/console`, PHONE);
    const { page } = window;
    await page.getByLabel('Email').fill('supervisor@demo.jobglass.test');
    await page.getByLabel('Password').fill(DEMO_PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'Set up a second factor' }).waitFor();
    await fitsAndIsAccessible(window);
    await page.getByLabel('Your password').fill(DEMO_PASSWORD);
    await page.getByRole('button', { name: 'Next' }).click();
    const typed = ((await page.locator('code').textContent()) ?? '').replaceAll(' ', '');
    await page.getByRole('textbox', { name: 'Code' }).fill(codeAt(world, typed));
    await page.getByRole('button', { name: 'Turn on' }).click();
    await page.getByRole('button', { name: 'I have kept them' }).click();
    await jobsBoard(page);
    await window.close();
  });
});
