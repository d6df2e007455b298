import type { Browser } from 'playwright-core';
import { openBrowser, openWindow, type Window } from '../harness/browser.js';
import { openStripe, type StripeLoopback } from '../harness/stripe-loopback.js';
import { type Mail, openWorld, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';
import { cardPaymentLetters } from './send-card-payment-letters.js';
import { everyLetter } from './send-every-email.js';

const TO_CLIENTS = [
  'card-receipt',
  'card-refund',
  'credit-note',
  'enquiry-declined',
  'enquiry-reply',
  'invoice',
  'invoice-changed',
  'invoice-itself',
  'messages-to-client',
  'new-link',
  'quote',
  'quote-again',
  'quote-copy',
  'quote-reopened',
  'quote-with-link',
  'reminder',
  'reminder-several',
  'share-again',
  'share-first',
];
/** What may be in Latin letters: what people wrote, and the names of files and of the tax. */
const WRITTEN =
  /\u2068[^\u2069]*\u2069|^>.*$|https?:\/\/\S+|PDF|Hi Zoë,|as <agreed> today\.|Thank you for asking!|We look at the ceiling first: .*$/gm;

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
  await everyClientReadsArabic();
  const ofCards = await cardPaymentLetters(world, stripe);
  letters = { ...(await everyLetter(world)), ...ofCards };
  shown = await openWindow(browser, 'about:blank', {
    deviceScaleFactor: 1,
    viewport: { width: 360, height: 480 },
  });
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await world?.close();
  await stripe?.close();
});

/** The letters are sent to clients that the helpers make without a language. */
async function everyClientReadsArabic(): Promise<void> {
  await world.sql(`create function in_arabic() returns trigger language plpgsql as
    $$ begin new.language := 'AR'; return new; end $$`);
  await world.sql(
    'create trigger in_arabic before insert on clients for each row execute function in_arabic()',
  );
  const owner = await world.as('owner');
  for (const email of ['asks@client.test', 'ned@client.test'])
    await owner(ops.CreateClientDocument, { input: { name: 'Asker', email } });
}

describe.each(TO_CLIENTS)('the Arabic email %s', (name) => {
  it('says everything of its own in Arabic, from right to left', () => {
    const { html, text, subject } = letters[name] as Mail;
    expect(html).toContain('<html lang="ar" dir="rtl">');
    expect(html).toContain('<body class="page" dir="rtl"');
    expect(text).toMatch(/\p{Script=Arabic}/u);
    expect(withoutWritten(text)).not.toMatch(/[A-Za-z]/);
    if (name !== 'invoice-changed') expect(withoutWritten(subject)).not.toMatch(/[A-Za-z]/);
    else expect(subject).toBe('Garden lights: as agreed');
    expect(html).not.toMatch(/text-align:left|border-left|undefined|null/);
  });

  it('writes days and amounts with Arabic digits of the Gregorian calendar', () => {
    const { text } = letters[name] as Mail;
    expect(withoutWritten(text)).not.toMatch(/\d/);
    expect(text).not.toMatch(/هـ|محرم|رمضان/);
  });

  it('is readable on a phone and a desktop, in light and dark mode, without barriers', async () => {
    const { html, subject } = letters[name] as Mail;
    const { page } = shown;
    await page.setContent(html);
    expect(await page.title()).toBe(subject);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await pictured(`arabic-${name}-${colorScheme}`);
      expect(await shown.barriers(['landmark-one-main', 'region'])).toEqual([]);
    }
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    expect(shown.troubles).toEqual([]);
  });
});

it('tells staff in English what their Arabic clients did', () => {
  for (const name of ['quote-accepted', 'messages-to-staff', 'card-paid', 'enquiry-new']) {
    const { html, subject } = letters[name] as Mail;
    expect(html).toContain('<html lang="en">');
    expect(subject).not.toMatch(/\p{Script=Arabic}/u);
  }
});

/** The text without what a person wrote; isolates are nested. */
function withoutWritten(written: string): string {
  let rest = written;
  for (let left = ''; left !== rest; ) {
    left = rest;
    rest = left.replace(/\u2068[^\u2068\u2069]*\u2069/g, '');
  }
  return rest.replace(WRITTEN, '');
}

async function pictured(name: string): Promise<void> {
  for (const [size, width] of Object.entries({ desktop: 1024, phone: 360 })) {
    await shown.page.setViewportSize({ width, height: 480 });
    await shown.picture(`letter-${name}-${size}`);
  }
}
