import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { openBrowser, openWindow, type Window } from '../harness/browser.js';
import { isLongForm } from '../harness/long-form.js';
import { openStripe, type StripeLoopback } from '../harness/stripe-loopback.js';
import { type Mail, openWorld, type World } from '../harness/world.js';
import { cardPaymentLetters } from './send-card-payment-letters.js';
import { everyLetter } from './send-every-email.js';

/** Every email as expected; KEEP_LETTERS=1 stores the current ones, to be reviewed before committing. */
const KEPT = resolve('test/fixtures/letters');
const LETTERS = [
  'card-paid',
  'card-receipt',
  'card-refund',
  'credit-note',
  'email-changed',
  'email-confirm',
  'enquiry-declined',
  'enquiry-new',
  'enquiry-reply',
  'invitation',
  'invoice',
  'invoice-changed',
  'invoice-itself',
  'messages-to-client',
  'messages-to-staff',
  'new-link',
  'password-changed',
  'password-reset',
  'quote',
  'quote-accepted',
  'quote-again',
  'quote-changes',
  'quote-copy',
  'quote-declined',
  'quote-reopened',
  'quote-with-link',
  'registration',
  'registration-known',
  'reminder',
  'reminder-several',
  'second-factor-reset',
  'share-again',
  'share-first',
  'visits',
  'visits-changed',
  'webhooks-off',
];

/** Letters that have every part of the templates between them; the long form looks at all for barriers. */
const OF_EVERY_PART = [
  'invoice-changed',
  'messages-to-staff',
  'quote-accepted',
  'registration',
  'reminder-several',
  'share-again',
  'visits-changed',
];

let stripe: StripeLoopback;
let world: World;
let browser: Browser;
let letters: Record<string, Mail>;
let shown: Window;
beforeAll(async () => {
  stripe = await openStripe();
  [world, browser] = await Promise.all([
    openWorld({
      messageMailSeconds: 1,
      visitMailSeconds: 1,
      openRegistration: true,
      stripe: stripe.config(),
    }),
    openBrowser(),
  ]);
  stripe.deliverTo(world.url);
  // First, since the last of the others move the clock by years, past every session.
  const ofCards = await cardPaymentLetters(world, stripe);
  letters = { ...(await everyLetter(world)), ...ofCards };
  shown = await openWindow(browser, 'about:blank', {
    deviceScaleFactor: 1,
    viewport: { width: 360, height: 480 },
  });
}, 90_000);
afterAll(async () => {
  await browser?.close();
  await world?.close();
  await stripe?.close();
});

it('there is a template for every kind of email', async () => {
  const kinds = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => readFileSync(`src/${file}`, 'utf8').match(/^defineEmail\(/gm) ?? []);
  const { rows } = await world.sql(
    "select count(distinct kind)::int as kinds from outgoing_emails where status = 'SENT'",
  );
  expect(rows[0]).toEqual({ kinds: kinds.length });
  expect(Object.keys(letters).sort()).toEqual(LETTERS);
});

it('every email comes from the business by name, and an answer goes to its address', async () => {
  const { rows } = await world.sql(
    "select name, email from businesses where slug = 'bright-spark'",
  );
  for (const [name, { from, replyTo }] of Object.entries(letters)) {
    // Before there is a business, Jobglass writes itself.
    const isOfBusiness = !name.startsWith('registration');
    expect({ name, from, replyTo }).toEqual({
      name,
      from: `"${isOfBusiness ? rows[0]?.name : 'Jobglass'}" <jobs@jobglass.test>`,
      replyTo: isOfBusiness ? rows[0]?.email : null,
    });
  }
});

describe.each(LETTERS)('the email %s', (name) => {
  it('has the expected text and HTML', () => {
    const { html, text, subject } = letters[name] as Mail;
    for (const [kind, written] of [
      ['html', html],
      ['txt', `${subject}\n\n${text}`],
    ] as const) {
      expect(keptAs(`${name}.${kind}`, withoutTokens(written))).toBe(withoutTokens(written));
    }
  });

  it('is readable on a phone and a desktop, in light and dark mode and without a style sheet', async () => {
    const { html, subject } = letters[name] as Mail;
    const { page } = shown;
    await page.setContent(html);
    expect(await page.title()).toBe(subject);
    // User input is escaped: there are no elements but the template's.
    expect(
      await page
        .locator('b, img, script, hours, upgrade, monday, side, white, protection, one')
        .count(),
    ).toBe(0);
    if (isLongForm() || OF_EVERY_PART.includes(name)) await proveWithoutBarriers(name);
    await page.setContent(html.replace(/<style>.*?<\/style>/s, ''));
    expect(await widthOf(shown)).toBeLessThanOrEqual(360);
    expect(shown.troubles).toEqual([]);
  });
});

/** Email programs put their own landmarks around the content. */
const OF_PAGES = ['landmark-one-main', 'region'];

async function proveWithoutBarriers(name: string): Promise<void> {
  const { page } = shown;
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await pictured(shown, `${name}-${colorScheme}`);
    expect(await shown.barriers(OF_PAGES)).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

/** Links and ids differ from run to run. */
function withoutTokens(written: string): string {
  return (
    written
      .replace(/(portal|setup|invitation|reset|confirm-email)#[\w-]+/g, '$1#token')
      .replace(/(type the code )[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\b/g, '$1XXXX-XXXX-XXXX')
      .replace(/(jobs|invoices?|quote)\/[0-9a-f-]{36}/g, '$1/id')
      // Jobs of the harness are counted over all test files of a process.
      .replace(/Client \d+/g, 'Client 1')
      // The days of the story are in 2031; all others are of the run.
      .replace(/\d+ [A-Z][a-z]+ 202\d/g, 'today')
  );
}

function keptAs(file: string, now: string): string {
  if (process.env.KEEP_LETTERS) {
    mkdirSync(KEPT, { recursive: true });
    writeFileSync(resolve(KEPT, file), now);
  }
  return readFileSync(resolve(KEPT, file), 'utf8');
}

async function pictured({ page, picture }: Window, name: string): Promise<void> {
  for (const [size, width] of Object.entries({ desktop: 1024, phone: 360 })) {
    await page.setViewportSize({ width, height: 480 });
    await picture(`letter-${name}-${size}`);
  }
}

function widthOf({ page }: Window): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth');
}
