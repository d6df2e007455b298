import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { openBrowser, openWindow, type Window } from '../harness/browser.js';
import { type Mail, openWorld, type World } from '../harness/world.js';
import { everyLetter } from './every-letter.js';

/** Each letter as it is meant to be; KEEP_LETTERS=1 keeps what is written now, to be read before it is committed. */
const KEPT = resolve('test/email/letters');
const LETTERS = [
  'enquiry-declined',
  'enquiry-new',
  'enquiry-reply',
  'invoice',
  'invoice-itself',
  'messages-to-client',
  'messages-to-staff',
  'quote',
  'quote-accepted',
  'quote-changes',
  'quote-declined',
  'quote-with-link',
  'share-again',
  'share-first',
];

let world: World;
let browser: Browser;
let letters: Record<string, Mail>;
let shown: Window;
beforeAll(async () => {
  [world, browser] = await Promise.all([openWorld({ messageMailSeconds: 1 }), openBrowser()]);
  letters = await everyLetter(world);
  shown = await openWindow(browser, 'about:blank', { deviceScaleFactor: 1 });
}, 90_000);
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

it('there is a letter of every kind of mail', async () => {
  const kinds = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => readFileSync(`src/${file}`, 'utf8').match(/^defineEmail\(/gm) ?? []);
  const { rows } = await world.sql(
    "select count(distinct kind)::int as kinds from outgoing_emails where status = 'SENT'",
  );
  expect(rows[0]).toEqual({ kinds: kinds.length });
  expect(Object.keys(letters).sort()).toEqual(LETTERS);
});

describe.each(LETTERS)('the letter %s', (name) => {
  it('says what it is meant to say, in both of its forms', () => {
    const { html, text, subject } = letters[name] as Mail;
    for (const [kind, written] of [
      ['html', html],
      ['txt', `${subject}\n\n${text}`],
    ] as const) {
      expect(keptAs(`${name}.${kind}`, withoutTokens(written))).toBe(withoutTokens(written));
    }
  });

  it('reads well on a phone and on a desk, by day, by night and without any style sheet', async () => {
    const { html, subject } = letters[name] as Mail;
    const { page } = shown;
    await page.setContent(html);
    expect(await page.title()).toBe(subject);
    // Whatever people wrote is text: the letter has no element but its own.
    expect(await page.locator('b, img, script, hours, upgrade, monday, side, white').count()).toBe(
      0,
    );
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await pictured(shown, `${name}-${colorScheme}`);
      expect(await shown.barriers(OF_PAGES)).toEqual([]);
    }
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setContent(html.replace(/<style>.*?<\/style>/s, ''));
    expect(await widthOf(shown)).toBeLessThanOrEqual(360);
    expect(shown.troubles).toEqual([]);
  });
});

/** A mail program has its own landmarks around what it shows. */
const OF_PAGES = ['landmark-one-main', 'region'];

/** Links and records differ from run to run. */
function withoutTokens(written: string): string {
  return written
    .replace(/portal#[\w-]+/g, 'portal#token')
    .replace(/jobs\/[0-9a-f-]{36}/g, 'jobs/id');
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
