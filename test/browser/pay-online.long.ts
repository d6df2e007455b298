import type { Browser } from 'playwright-core';
import { aPayableInvoice, type Payable } from '../card-payments/payable.js';
import { openBrowser, openWindow, type Window } from '../harness/browser.js';
import { freePort } from '../harness/server-process.js';
import { openStripe, type StripeLoopback } from '../harness/stripe-loopback.js';
import { openWorld, tokenIn, type World } from '../harness/world.js';

let stripe: StripeLoopback;
let world: World;
let browser: Browser;
let payable: Payable;
let link: string;
beforeAll(async () => {
  const [port, opened] = [await freePort(), await openStripe()];
  stripe = opened;
  // Stripe sends the client back to this address.
  const publicUrl = `http://localhost:${port}`;
  [world, browser] = await Promise.all([
    openWorld({ port, publicUrl, stripe: stripe.config() }),
    openBrowser(),
  ]);
  stripe.deliverTo(world.url);
  stripe.hold();
  payable = await aPayableInvoice(world, await world.as('owner'));
  const mails = await world.mails(payable.email);
  link = `${publicUrl}/portal#${mails.map(tokenIn).find((token) => token)}`;
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await world?.close();
  await stripe?.close();
});

it('a client pays on a phone, comes back, and the page turns when Stripe confirms it', async () => {
  const tab: Window = await openWindow(browser, link);
  const { page } = tab;
  const pay = page.getByRole('button', { name: 'Pay $1,100.00 now' });
  await pay.waitFor();
  await tab.picture('pay-online');
  expect(await tab.barriers()).toEqual([]);
  await pay.click();
  await page.getByRole('link', { name: 'Back' }).click();
  await page.getByText('Nothing was paid.').waitFor();
  expect(page.url()).toContain('#jgp_');
  await page.getByRole('button', { name: 'Close this message' }).click();
  expect(page.url()).toBe(link);

  await pay.click();
  await page.getByRole('button', { name: 'Pay' }).click();
  await page.getByText('Your payment is being confirmed.').waitFor();
  await tab.picture('pay-online-confirming');
  // Not offered meanwhile, also without the message and after a reload; but not for ever.
  expect(await pay.count()).toBe(0);
  await page.getByRole('button', { name: 'Close this message' }).click();
  await page.getByText('Your payment is being confirmed; you need not pay again.').waitFor();
  await page.clock.install();
  await page.reload();
  await page.getByText('Your payment is being confirmed; you need not pay again.').waitFor();
  expect(await pay.count()).toBe(0);
  await page.clock.fastForward(6 * 60_000 + 1_000);
  await pay.waitFor();
  await page.goto(`${link.replace('#', `?payment=${payable.invoiceId}#`)}`);
  await page.getByText('Nothing was heard of a payment yet.').waitFor();
  await stripe.deliverAll();
  await page.getByText('Your payment has arrived. Thank you.').waitFor({ timeout: 3_000 });
  expect(await pay.count()).toBe(0);
  await tab.picture('pay-online-paid');
  expect(await tab.barriers()).toEqual([]);
  expect(tab.troubles).toEqual([]);
  await tab.close();
}, 30_000);

it('a client who comes back in another browser is told to open the link again', async () => {
  const { page, troubles, close } = await openWindow(
    browser,
    `${world.url}/portal?payment=${payable.invoiceId}`,
  );
  await page.getByRole('heading', { name: 'Thank you' }).waitFor();
  expect(troubles).toEqual([]);
  await close();
});
