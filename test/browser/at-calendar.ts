import type { Locator, Page } from 'playwright-core';

/** The block of a visit in the calendar, by the title of its job. */
export const blockOf = (page: Page, title: string) =>
  page.getByRole('region', { name: 'Visits' }).getByRole('button', { name: title });

/** The column of the calendar with this heading. */
export const columnOf = (page: Page, heading: string) =>
  page
    .locator('.calendar-day')
    .filter({ has: page.getByRole('heading', { name: heading, exact: true }) });

/** Drags a block with the mouse to a column, some hours later. */
export async function drag(page: Page, block: Locator, to: Locator, hours: number): Promise<void> {
  const [from, target] = [await block.boundingBox(), await to.locator('ul').boundingBox()];
  if (!from || !target) throw new Error('The calendar is not on the page.');
  const y = from.y + 20;
  await page.mouse.move(from.x + from.width / 2, y);
  await page.mouse.down();
  // 7 am to 6 pm, as long as no visit is earlier or later.
  const later = (hours * target.height) / 11;
  await page.mouse.move(target.x + from.width / 2, y + later, { steps: 5 });
  await page.mouse.up();
}
