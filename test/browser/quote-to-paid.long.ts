import { openWindow, type Window } from '../harness/browser.js';
import { until } from '../harness/world.js';
import {
  ClientPhone,
  DEPOSIT_PERCENT,
  deliverTwice,
  isPaidOnce,
  looksRight,
  mailToNell,
  NELL,
  openShop,
  payInTwoTabs,
  REST,
  type Shop,
  SMALL_PHONE,
  TERMS,
  TITLE,
} from '../journeys/paying-client.js';
import { atConsole, enter, onDay, promptOn, review, turnTo } from './at-console.js';

/** How soon both sides see a payment after the server has it. */
const SHOWN_WITHIN_MS = 1_000;

let shop: Shop;
let staff: Window;
let phone: ClientPhone;
beforeAll(async () => {
  shop = await openShop();
  staff = await atConsole(shop.browser, shop.world.url, 'owner', SMALL_PHONE);
}, 60_000);
afterAll(() => shop?.close());

const press = (name: string) =>
  staff.page.getByRole('main').getByRole('button', { name, exact: true }).first().click();
const heading = (name: string | RegExp) =>
  staff.page.getByRole('heading', { name, level: 1 }).waitFor();

describe('by clicks on two phones, with the portal off once in each gap', () => {
  let quoteId: string;
  let invoiceId: string;

  it('a visitor asks, and staff answer with a quote that has options', async () => {
    const { browser, world } = shop;
    const visitor = await openWindow(browser, `${world.url}/enquire/bright-spark`, SMALL_PHONE);
    await visitor.page.getByLabel('Your name').fill(NELL.name);
    await visitor.page.getByLabel('Email').fill(NELL.email);
    await visitor.page.getByLabel('What you need').fill('Two ceiling fans, and a dimmer perhaps.');
    await looksRight(visitor, '01-enquiry');
    await visitor.page.getByRole('button', { name: 'Send' }).click();
    await visitor.page.getByRole('heading', { name: 'Thank you' }).waitFor();
    await visitor.close();

    const { page } = staff;
    await enter(page, 'Enquiries');
    await page.getByRole('link', { name: NELL.name }).click();
    await heading(NELL.name);
    await looksRight(staff, '02-enquiry-staff');
    await press('Make a quote');
    await page
      .getByRole('dialog')
      .getByLabel(/Short title/)
      .fill('Asked for');
    await press('Make the draft');
    await page.getByText('Draft', { exact: true }).waitFor();
    quoteId = page.url().split('/quotes/')[1] as string;
    await writeQuote();
    await looksRight(staff, '03-quote-draft');
    await press('Send quote');
    await page.getByRole('dialog').getByRole('button', { name: 'Send quote' }).click();
    await page.getByText(`On its way to ${NELL.email}.`).waitFor();
    await looksRight(staff, '04-quote-sent');
  });

  it('the client opens it from the mail, is cut off while reading and while accepting, and accepts', async () => {
    const mail = await mailToNell(shop, new RegExp(`: quote \\d+, ${TITLE}$`));
    phone = await ClientPhone.open(shop, shop.linkIn(mail));
    await phone.quote.waitFor();
    await phone.looksRight('05-quote');
    await phone.cutMidView();
    await phone.choose();
    await phone.sign();
    await phone.cutMidWrite('acceptQuote', () => phone.sayYes());
    await expect(quoteStatus()).resolves.toBe('SENT');
    await phone.choose();
    await phone.looksRight('06-options');
    await phone.sign();
    await phone.looksRight('07-accepting');
    await phone.sayYes();
    await phone.payDeposit();
    await phone.looksRight('08-accepted');
    await phone.page.goto(phone.link);
    const copy = await mailToNell(shop, /you accepted quote/);
    expect(copy.text).toContain('Dimmer');
    await phone.cutMidView();
  });

  it('staff make the job of it and plan the first visit, and share when the portal is on again', async () => {
    const { page } = staff;
    await page.reload();
    await page.getByText(`Accepted · ${NELL.name}`).waitFor();
    await looksRight(staff, '09-accepted-staff');
    // The deposit has made the job already.
    await page.getByRole('link', { name: new RegExp(`^Job \\d+, ${TITLE}`) }).click();
    await heading(TITLE);
    await turnTo(page, 'Schedule');
    await phone.cutMidView();
    await page.getByLabel('Begins').fill(onDay(3, '09:00'));
    await page.getByLabel('Ends').fill(onDay(3, '11:30'));
    await press('Plan a visit');
    await promptOn(page)
      .getByRole('checkbox', { name: /Schedule/ })
      .waitFor();
    await looksRight(staff, '10-prompt');
    await shop.switchPortal(false);
    await phone.isCut();
    await promptOn(page).getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByRole('alert').first().waitFor();
    await looksRight(staff, '11-prompt-portal-off');
    await phone.comesBack();
    // Nothing of the job is shown before it is shared.
    expect(await phone.page.getByText('9:00 am').count()).toBe(0);
    await review(page, /Schedule/);
    await phone.page.getByRole('heading', { name: TITLE, level: 1 }).waitFor();
    await phone.page.getByText('9:00 am to 11:30 am').waitFor();
    expect(phone.page.url()).toBe(phone.link);
    await phone.looksRight('12-job-by-first-link');
    await phone.cutMidView();
  });

  it('staff invoice the quote; the client is cut off before and on the payment page', async () => {
    const { page } = staff;
    await turnTo(page, 'Invoices');
    await looksRight(staff, '13-invoice-form');
    await press('Create invoice');
    await heading(/^Invoice \d+, /);
    invoiceId = page.url().split('/invoices/')[1] as string;
    await press('Send invoice');
    await page.getByRole('dialog').getByRole('button', { name: 'Send invoice' }).click();
    await page.getByText(`On its way to ${NELL.email}.`).waitFor();
    await mailToNell(shop, new RegExp(`: invoice \\d+, ${TITLE}$`));
    await looksRight(staff, '14-invoice-sent');
    await phone.payButton().waitFor();
    await phone.looksRight('15-invoice');
    await phone.cutMidWrite('payInvoice', () => phone.payButton().click());
    await phone.payButton().click();
    await phone.page.getByRole('button', { name: 'Pay', exact: true }).waitFor();
    await shop.switchPortal(false);
    await until(() => shop.stripe.sessions().every(({ status }) => status !== 'open'));
    await phone.page.goto(phone.link);
    await phone.isCut();
    await phone.comesBack();
  });

  it('it is paid in two tabs at once and counted once, and both sides see it within a second', async () => {
    const other = await payInTwoTabs(phone);
    await phone.looksRight('16-confirming');
    await deliverTwice(shop);
    const since = Date.now();
    await Promise.all([
      ...[phone.page, other].map((tab) => tab.getByText('Paid', { exact: true }).first().waitFor()),
      staff.page.getByText('Paid', { exact: true }).first().waitFor(),
    ]);
    expect(Date.now() - since).toBeLessThan(SHOWN_WITHIN_MS);
    await phone.looksRight('17-paid');
    await looksRight(staff, '18-paid-staff');
    await isPaidOnce(shop, invoiceId);
    await shop.switchPortal(false);
    await Promise.all([phone.isCut(), phone.isCut(other)]);
    await other.close();
    await phone.comesBack();
  });

  it('the client has a receipt, by mail and on the page, and loses it with the portal', async () => {
    await mailToNell(shop, /receipt|payment/i);
    await phone.cutMidView();
    const words = await phone.receipt();
    for (const each of ['Receipt', REST]) expect(words).toContain(each);
    await isPaidOnce(shop, invoiceId);
    expect(phone.window.troubles.filter((each) => !each.includes('404'))).toEqual([]);
    expect(staff.troubles).toEqual([]);
  });

  async function quoteStatus() {
    const { data } = await shop.owner<{ quote: { status: string } }, object>(
      'query ($id: ID!) { quote(id: $id) { status } }',
      { id: quoteId },
    );
    return data.quote.status;
  }

  /** A line for the work, and two options. */
  async function writeQuote(): Promise<void> {
    const { page } = staff;
    await press('Edit');
    await page.getByLabel('What the price is for').fill(TITLE);
    await writeLine(1, 'Fans and labour', '800', 'Labour');
    await writeLine(2, 'Dimmer', '50', 'Extras');
    await writeLine(3, 'Remote control', '90', 'Extras');
    for (const at of [1, 2])
      await page
        .getByLabel(/Optional: the client chooses/)
        .nth(at)
        .check();
    await page
      .getByLabel('Deposit with the acceptance')
      .selectOption({ label: 'Per cent of the total' });
    await page.getByLabel('Per cent', { exact: true }).fill(String(DEPOSIT_PERCENT));
    await page.getByLabel('Terms that the client agrees to').fill(TERMS);
    await looksRight(staff, '03-quote-form');
    await press('Save');
    await page
      .getByRole('row', { name: /^Total/ })
      .filter({ hasText: '$880.00' })
      .waitFor();
  }

  async function writeLine(number: number, text: string, price: string, group: string) {
    const { page } = staff;
    if (number > 1) await press('Add a line');
    await page.getByLabel(`Line ${number}`, { exact: true }).fill(text);
    await page
      .getByLabel('Price of one')
      .nth(number - 1)
      .fill(price);
    await page
      .getByLabel(/^Group, such as/)
      .nth(number - 1)
      .fill(group);
  }
});
