import type { Browser } from 'playwright-core';
import { OWNER_PASSWORD, openEmptyWorld, printedToken } from '../business/empty-world.js';
import { ownerOf, quoted, registeredOwner } from '../business/priced-job.js';
import { openBrowser, openWindow, PHONE } from '../harness/browser.js';
import { promptOf, shared } from '../harness/jobs.js';
import type { Ask, World } from '../harness/world.js';
import * as ops from '../operations.gen.js';

let world: World;
let browser: Browser;
beforeAll(async () => {
  [world, browser] = await Promise.all([openEmptyWorld({ openRegistration: true }), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

/** A shared job with a quote and a partly paid invoice; returns the token of its client and the invoice. */
async function pricedJob(owner: Ask, email: string, unitPriceCents: number) {
  const job = await quoted(owner, email, [{ description: 'Tap', unitPriceCents }]);
  const { data } = await owner(ops.CreateInvoiceDocument, {
    input: { jobId: job.jobId, title: 'Taps', lines: [{ description: 'Tap', unitPriceCents }] },
  });
  const invoiceId = data.createInvoice.invoice.id;
  await owner(ops.SendInvoiceDocument, { id: invoiceId });
  await owner(ops.RecordPaymentDocument, { invoiceId, amountCents: 500 });
  const items = (await promptOf(owner, job.jobId))?.items.map(({ key }) => key) ?? [];
  return { ...(await shared(world, owner, job, items)), invoiceId };
}

/** What a person reads on a page. */
async function readOn(address: string, ownerEmail?: string): Promise<string> {
  const window = await openWindow(browser, address, PHONE);
  const { page } = window;
  if (ownerEmail) {
    await page.getByLabel('Email').fill(ownerEmail);
    await page.getByLabel('Password').fill(OWNER_PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
  }
  await page.getByText('Tap', { exact: false }).first().waitFor();
  const text = (await page.locator('main').textContent()) ?? '';
  expect(await window.barriers()).toEqual([]);
  expect(window.troubles).toEqual([]);
  await window.close();
  return text;
}

it("everything reads in whole yen on the client's page, in the mails and in the console", async () => {
  const owner = await ownerOf(
    world,
    { country: 'JP', timeZone: 'Asia/Tokyo', currency: 'JPY', ownerEmail: 'yui@tokyo.test' },
    printedToken(world),
  );
  const { token, invoiceId } = await pricedJob(owner, 'kenji@client.test', 1086);
  const portal = await readOn(`${world.url}/portal#${token}`);
  const invoice = await readOn(`${world.url}/console#/invoices/${invoiceId}`, 'yui@tokyo.test');
  const mails = await world.mails('kenji@client.test');
  const texts = [portal, invoice, ...mails.map(({ text }) => text)];
  for (const text of texts) expect(text).not.toMatch(/[¥￥][\d,]+\.\d|[$£]\d/);
  for (const text of [portal, invoice]) {
    expect(text).toMatch(/[¥￥]1,195/);
    expect(text).toMatch(/[¥￥]695/);
  }
  expect(portal).toMatch(/2031 (March|Mar) 3/);
  expect(portal).toContain('Consumption tax');
});

it('everything reads in New Zealand dollars, the day first', async () => {
  const owner = await registeredOwner(world, { ownerEmail: 'pania@kauri.test' });
  const { token, invoiceId } = await pricedJob(owner, 'kim@client.test', 119_500);
  const portal = await readOn(`${world.url}/portal#${token}`);
  const invoice = await readOn(`${world.url}/console#/invoices/${invoiceId}`, 'pania@kauri.test');
  for (const text of [portal, invoice]) {
    expect(text).toContain('$1,374.25');
    expect(text).toContain('$1,369.25');
  }
  expect(portal).toMatch(/3 (March|Mar) 2031|3 March/);
  expect(portal).toContain('GST');
  expect(portal).not.toMatch(/[¥￥]/);
});
