import { technicalWordsOf } from '../fixtures/technical-words.js';
import type { Window } from '../harness/browser.js';
import { barOn, follow, openReview, roomLink } from './at-console.js';

/** People who may not share, with the tabs of a job that they have. */
export const WITHOUT_SHARING: [string, [string, ...string[]]][] = [
  [
    'tradie',
    ['Details', 'Schedule', 'Notes', 'To-dos', 'Photos', 'Quotes', 'Messages', 'Materials'],
  ],
  ['apprentice', ['Details', 'Schedule', 'Notes', 'To-dos', 'Photos', 'Messages', 'Materials']],
];

const ROOMS = [
  'Today',
  'Messages',
  'Calendar',
  'To share',
  'Enquiries',
  'Quotes',
  'Invoices',
  'Clients',
  'Staff',
  'Settings',
  'Your account',
];

export async function addNote({ page }: Window, body: string): Promise<void> {
  await page.getByRole('link', { name: 'Notes', exact: true }).click();
  await page.getByLabel('New note').fill(body);
  await page.getByRole('button', { name: 'Add note' }).click();
}

/**
 * Works on a job as somebody who may not share, and checks that neither page nor requests mention sharing; checks
 * the tabs in `checked` for accessibility. Closes the window.
 */
export async function seesNothingOfSharing(
  window: Window,
  person: string,
  tabs: string[],
  checked: string[],
): Promise<void> {
  const { page } = window;
  const seen: string[] = [];
  const look = async () => {
    await page.waitForLoadState('networkidle');
    seen.push(await page.locator('body').innerHTML());
  };
  page.on('request', (request) => seen.push(`${request.url()} ${request.postData() ?? ''}`));
  page.on('websocket', (socket) =>
    socket.on('framesent', ({ payload }) => seen.push(String(payload))),
  );
  await page.reload();
  await page.getByRole('heading', { name: 'Jobs', level: 1 }).waitFor();
  await look();
  await page.getByRole('main').getByRole('link').first().click();
  const parts = page.getByRole('navigation', { name: 'Parts of the job' }).getByRole('link');
  await parts.first().waitFor();
  expect(await parts.allTextContents()).toEqual(tabs);
  for (const tab of tabs) {
    await parts.and(page.getByRole('link', { name: tab, exact: true })).click();
    await page.getByRole('region', { name: tab }).waitFor();
    await look();
    if (checked.includes(tab)) expect(await window.barriers()).toEqual([]);
  }
  // Others may have written on the same job.
  const note = `Found the leak: ${person}`;
  await addNote(window, note);
  await page.getByText(note, { exact: true }).waitFor();
  await look();
  expect(await page.getByRole('dialog').count()).toBe(0);
  expect(seen.filter((each) => each.includes('jobChanged'))).not.toEqual([]);
  expect(seen.filter((each) => each.includes('addNote'))).not.toEqual([]);
  for (const each of seen) expect(each).not.toMatch(/shar(e|ing)|portal|publi(sh|cation)|preview/i);
  await window.picture(`console-${person}-phone`);
  expect(window.troubles).toEqual([]);
  await window.close();
}

/** Opens every page of the console and every tab of a job as owner, and calls `seen` on each. */
export async function visitEveryPage(
  window: Window,
  name: string,
  seen: (place: string) => Promise<void>,
): Promise<void> {
  const { page } = window;
  await seen('board');
  for (const room of ROOMS) {
    await follow(page, roomLink(page, room));
    await seen(room.toLowerCase().replace(' ', '-'));
  }
  for (const [room, what] of [
    ['Enquiries', 'Vera Visitor'],
    ['Quotes', /^Quote 1/],
    ['Invoices', /^Invoice 2/],
    ['Clients', 'Casey Client'],
  ] as const) {
    await follow(page, roomLink(page, room));
    await follow(page, page.getByRole('main').getByRole('link', { name: what }).first());
    await seen(`one-${room.toLowerCase()}`);
  }
  await roomLink(page, 'Jobs').click();
  await page.getByRole('link', { name: 'Kitchen rewire', exact: true }).click();
  const tabs = page.getByRole('navigation', { name: 'Parts of the job' }).getByRole('link');
  await tabs.first().waitFor();
  for (const tab of await tabs.all()) {
    await tab.click();
    const name = ((await tab.textContent()) ?? '').replace(/\d/g, '');
    await seen(`job-${name.toLowerCase().replaceAll(' ', '-')}`);
  }
  await addNote(window, `Seen on ${name}`);
  await page.getByText(`Seen on ${name}`, { exact: true }).waitFor();
  await seen('review-bar');
  const review = await openReview(page);
  await review.getByRole('checkbox', { name: `Note: Seen on ${name}` }).check();
  await seen('prompt');
  await page.keyboard.press('Escape');
  await review.waitFor({ state: 'detached' });
  await barOn(page).waitFor();
}

/** Checks that the current page is accessible, not wider than the window, and in the words of people. */
export async function isUsable(window: Window, place: string, look: string): Promise<void> {
  await window.page.waitForLoadState('networkidle');
  await window.page.getByText('Loading…').first().waitFor({ state: 'detached' });
  expect({ place, look, barriers: await window.barriers() }).toEqual({ place, look, barriers: [] });
  const isWide = await window.page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  );
  expect({ place, look, isWide }).toEqual({ place, look, isWide: false });
  const technical = (await textsOn(window)).filter((text) => technicalWordsOf(text).length > 0);
  expect({ place, look, technical }).toEqual({ place, look, technical: [] });
  await window.picture(`${place.startsWith('portal') ? '' : 'console-'}${place}-${look}`);
}

/** Every text on the page, and every name that is read aloud instead of one; not code that is to be copied. */
function textsOn({ page }: Window): Promise<string[]> {
  return page.evaluate(() => {
    const shown = [
      ...document.querySelectorAll<HTMLElement>('body *:not(code, pre, script, style)'),
    ];
    const names = ['aria-label', 'placeholder', 'title', 'alt'];
    return shown.flatMap((element) => [
      ...[...element.childNodes]
        .filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
        .map(({ textContent }) => textContent ?? ''),
      ...names.flatMap((name) => element.getAttribute(name) ?? []),
    ]);
  });
}

/**
 * What is touched and is smaller than 44 px in a direction, with its label if that is touched too. A link within a
 * sentence is as high as its line, and the link of a card is as large as the card.
 */
export function smallTargets({ page }: Window): Promise<string[]> {
  return page.evaluate(() => {
    const controls = 'a[href], button, input, select, textarea, summary, [role="option"]';
    const seen = [...document.querySelectorAll<HTMLElement>(controls)].filter(
      (element) =>
        element.checkVisibility() &&
        !element.closest('.skip, .visually-hidden, .card-link, [aria-hidden="true"]'),
    );
    const isTouched = (element: HTMLElement) => {
      const label = element.closest('label') ?? element;
      const { width, height } = label.getBoundingClientRect();
      return Math.round(width) >= 44 && Math.round(height) >= 44;
    };
    const isInSentence = (element: HTMLElement) =>
      getComputedStyle(element).display === 'inline' && element.parentElement?.tagName === 'P';
    return seen
      .filter((element) => !isTouched(element) && !isInSentence(element))
      .map((element) => {
        const { width, height } = element.getBoundingClientRect();
        return `${Math.round(width)} × ${Math.round(height)}: ${element.outerHTML.slice(0, 160)}`;
      });
  });
}
