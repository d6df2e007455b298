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
  const [from, target] = await wayOf(block, to, hours);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(target.x, target.y, { steps: 5 });
  await page.mouse.up();
}

/** Puts a finger on a block, waits, and moves it to a column, some hours later. */
export async function dragByFinger(
  page: Page,
  block: Locator,
  to: Locator,
  { hours, afterMs }: { hours: number; afterMs: number },
): Promise<void> {
  const [from, target] = await wayOf(block, to, hours);
  const device = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: Place[]) =>
    device.send('Input.dispatchTouchEvent', { type, touchPoints: points });
  await touch('touchStart', [from]);
  await page.waitForTimeout(afterMs);
  for (let step = 1; step <= 5; step += 1) {
    const part = step / 5;
    const x = from.x + (target.x - from.x) * part;
    await touch('touchMove', [{ x, y: from.y + (target.y - from.y) * part }]);
  }
  await touch('touchEnd', []);
  await device.detach();
}

/** Holds a finger on a block and lets go, without moving it. */
export async function holdByFinger(page: Page, block: Locator, ms: number): Promise<void> {
  const { x, y } = middleOf(await block.boundingBox());
  const device = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchEnd', touchPoints: Place[]) =>
    device.send('Input.dispatchTouchEvent', { type, touchPoints });
  await touch('touchStart', [{ x, y }]);
  await page.waitForTimeout(ms);
  await touch('touchEnd', []);
  await device.detach();
}

function middleOf(box: { x: number; y: number; width: number; height: number } | null): Place {
  if (!box) throw new Error('The visit is not on the page.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

interface Place {
  x: number;
  y: number;
}

/** From where to where a block is dragged. */
async function wayOf(block: Locator, to: Locator, hours: number): Promise<[Place, Place]> {
  const [from, target] = [await block.boundingBox(), await to.locator('ul').boundingBox()];
  if (!from || !target) throw new Error('The calendar is not on the page.');
  const y = from.y + 20;
  const half = from.width / 2;
  // 7 am to 6 pm, as long as no visit is earlier or later.
  const later = (hours * target.height) / 11;
  return [
    { x: from.x + half, y },
    { x: target.x + half, y: y + later },
  ];
}
