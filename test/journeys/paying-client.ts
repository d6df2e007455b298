import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { textOf } from '../documents/pdf-text.js';
import { openBrowser, openWindow, PHONE, type Window } from '../harness/browser.js';
import { freePort } from '../harness/server-process.js';
import { openStripe, type StripeLoopback } from '../harness/stripe-loopback.js';
import { type Ask, type Mail, openWorld, tokenIn, until, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';

export const NELL = { name: 'Nell Novak', email: 'nell@client.test' };
export const TITLE = 'Two ceiling fans';
export const TERMS = 'Power is off for one day.';
/** The first line and the option that the client ticks, tax included; a fifth of it is paid with the yes. */
const TOTAL = '$935.00';
export const DEPOSIT_PERCENT = 20;
const DEPOSIT = '$187.00';
const DEPOSIT_CENTS = 18_700;
export const REST = '$748.00';
const REST_CENTS = 74_800;
export const LINES = [
  { description: 'Fans and labour', groupName: 'Labour', unitPriceCents: 80_000 },
  { description: 'Dimmer', groupName: 'Extras', unitPriceCents: 5_000, optional: true },
  { description: 'Remote control', groupName: 'Extras', unitPriceCents: 9_000, optional: true },
];
const NOT_OPEN = 'This link does not open anything';
/** Texts of this story that a closed page must not hold. */
const CONTENTS = [TITLE, NELL.name, 'Bright Spark', 'Dimmer', TOTAL, REST, 'blob:'];
export const SMALL_PHONE = { ...PHONE, viewport: { width: 390, height: 844 } };

/** A running business that takes cards, with a browser. */
export interface Shop {
  world: World;
  stripe: StripeLoopback;
  browser: Browser;
  owner: Ask;
  /** Address that a client opens from a mail. */
  linkIn(mail: Mail): string;
  switchPortal(on: boolean): Promise<void>;
  close(): Promise<void>;
}

export async function openShop(): Promise<Shop> {
  const [port, stripe] = await Promise.all([freePort(), openStripe()]);
  // Stripe sends the client back to this address.
  const publicUrl = `http://localhost:${port}`;
  const [world, browser] = await Promise.all([
    openWorld({ port, publicUrl, stripe: stripe.config() }),
    openBrowser(),
  ]);
  stripe.deliverTo(world.url);
  stripe.hold();
  const owner = await world.as('owner');
  return {
    world,
    stripe,
    browser,
    owner,
    linkIn: (mail) => `${publicUrl}/portal#${tokenIn(mail)}`,
    switchPortal: async (on) => {
      const { errors } = await owner(ops.SwitchPortalDocument, { on });
      expect(errors).toBeUndefined();
    },
    close: async () => {
      await browser.close();
      await world.close();
      await stripe.close();
    },
  };
}

/** Waits for the mail with this subject to the client. */
export function mailToNell({ world }: Shop, subject: RegExp): Promise<Mail> {
  return until(async () =>
    (await world.mails(NELL.email)).find((mail) => subject.test(mail.subject)),
  );
}

/** The phone of a client who has one link, and keeps to it. */
export class ClientPhone {
  private constructor(
    private readonly shop: Shop,
    readonly window: Window,
    readonly link: string,
  ) {}

  static async open(shop: Shop, link: string): Promise<ClientPhone> {
    return new ClientPhone(shop, await openWindow(shop.browser, link, SMALL_PHONE), link);
  }

  get page(): Page {
    return this.window.page;
  }

  get quote() {
    return this.page.getByRole('article', { name: TITLE });
  }

  /** Ticks the dimmer, and waits until the total of the server follows. */
  async choose(): Promise<void> {
    await this.quote.getByLabel('Dimmer').check();
    const total = this.quote.getByRole('row', { name: /^Total/ });
    await until(async () => (await total.textContent())?.includes(TOTAL));
  }

  /** Opens the question and types the name; the answer is sent by `sayYes`. */
  async sign(): Promise<void> {
    await this.quote.getByRole('button', { name: 'Accept quote' }).click();
    const dialog = this.page.getByRole('dialog', { name: /Accept quote/ });
    expect(await dialog.textContent()).toContain(TERMS);
    expect(await dialog.getByLabel(`Pay the deposit now: ${DEPOSIT}`).isChecked()).toBe(true);
    await dialog.getByLabel(/Your full name/).fill(NELL.name);
  }

  sayYes(): Promise<void> {
    return this.page.getByRole('button', { name: 'Yes, accept' }).click();
  }

  /** Pays the deposit on the page to which the yes has led, and comes back. */
  async payDeposit(): Promise<void> {
    await this.page.getByRole('button', { name: 'Pay', exact: true }).click();
    await this.page.getByText('Your payment is being confirmed.').waitFor();
    await this.quote.getByText(`Accepted by ${NELL.name}, `).waitFor();
    await deliverTwice(this.shop);
  }

  /** The invoice after the deposit. */
  invoice(page = this.page) {
    return page.getByRole('article', { name: /^Invoice \d+: / });
  }

  isPaid(page = this.page): Promise<void> {
    return this.invoice(page).getByText('Paid', { exact: true }).waitFor();
  }

  payButton(page = this.page) {
    return page.getByRole('button', { name: `Pay ${REST} now` });
  }

  /** The link in another tab of the same browser. */
  async otherTab(): Promise<Page> {
    const tab = await this.page.context().newPage();
    await tab.goto(this.link);
    return tab;
  }

  /** Saves the receipt, and returns its words. */
  async receipt(): Promise<string> {
    const [download] = await Promise.all([
      this.page.waitForEvent('download'),
      this.invoice().getByRole('button', { name: 'Download receipt (PDF)' }).click(),
    ]);
    return textOf(await readFile(await download.path()));
  }

  /** The portal goes off while the client reads, and on again: the page goes, and comes back with the same link. */
  async cutMidView(): Promise<void> {
    await this.shop.switchPortal(false);
    await this.isCut();
    await this.comesBack();
  }

  /** The portal goes off between the client's click and the server's answer; nothing is done. */
  async cutMidWrite(mutation: string, click: () => Promise<void>): Promise<void> {
    await this.page.route('**/graphql', async (route) => {
      if (route.request().postData()?.includes(mutation)) await this.shop.switchPortal(false);
      await route.continue();
    });
    await click();
    await this.isCut();
    await this.page.unrouteAll({ behavior: 'wait' });
    await this.comesBack();
  }

  /** The page says that it is not open, and holds nothing of what it showed. */
  async isCut(page = this.page): Promise<void> {
    await page.getByRole('heading', { name: NOT_OPEN }).waitFor({ timeout: 3_000 });
    const markup = await page.locator('html').innerHTML();
    for (const each of CONTENTS) expect(markup).not.toContain(each);
  }

  async comesBack(): Promise<void> {
    await this.shop.switchPortal(true);
    await this.page.getByRole('button', { name: 'Try again' }).click();
    await this.page.getByText(TITLE).first().waitFor();
    expect(new URL(this.page.url()).hash).toBe(new URL(this.link).hash);
  }

  /** Keeps a picture; checks that nothing is wider than the phone or closed to a screen reader. */
  async looksRight(name: string): Promise<void> {
    await looksRight(this.window, name);
  }
}

/** Keeps a picture; checks that nothing is wider than the phone or closed to a screen reader. */
export async function looksRight(window: Window, name: string): Promise<void> {
  await window.picture(`quote-to-paid-${name}`, {
    fullPage: (await window.page.getByRole('dialog').count()) === 0,
  });
  expect(await window.barriers()).toEqual([]);
  const [wide, width] = await window.page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  expect(wide).toBe(width);
}

/** Both tabs ask for the payment page at once, and both pay on it. */
export async function payInTwoTabs(phone: ClientPhone): Promise<Page> {
  const other = await phone.otherTab();
  const tabs = [phone.page, other];
  await phone.payButton(other).waitFor();
  await Promise.all(tabs.map((tab) => phone.payButton(tab).click()));
  await Promise.all(
    tabs.map((tab) => tab.getByRole('button', { name: 'Pay', exact: true }).waitFor()),
  );
  await Promise.all(
    tabs.map((tab) => tab.getByRole('button', { name: 'Pay', exact: true }).click()),
  );
  await Promise.all(
    tabs.map((tab) => tab.getByText('Your payment is being confirmed.').first().waitFor()),
  );
  return other;
}

/** Every event of Stripe arrives, and arrives again; Stripe repeats those that find a busy server. */
export async function deliverTwice({ stripe }: Shop): Promise<void> {
  const events = [...stripe.waiting, ...stripe.waiting];
  stripe.waiting.splice(0);
  await Promise.all(events.map((event) => until(async () => (await stripe.send(event)) === 200)));
}

/** The card was charged once for the deposit and once for the rest, and each payment counts once. */
export async function isPaidOnce({ owner, stripe }: Shop, invoiceId: string): Promise<void> {
  const { data } = await owner<{ invoice: Record<string, unknown> }, object>(
    `query ($id: ID!) { invoice(id: $id) {
      status totalCents paidCents owedCents payments { amountCents method reversedAt } } }`,
    { id: invoiceId },
  );
  expect(data.invoice).toEqual({
    status: 'PAID',
    totalCents: REST_CENTS,
    paidCents: REST_CENTS,
    owedCents: 0,
    payments: [{ amountCents: REST_CENTS, method: 'CARD_ONLINE', reversedAt: null }],
  });
  const received = stripe
    .sessions()
    .filter(({ payment_status }) => payment_status === 'paid')
    .map(({ amount_total }) => amount_total);
  expect(received).toEqual([DEPOSIT_CENTS, REST_CENTS]);
}
