import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import {
  type Browser,
  type BrowserContextOptions,
  chromium,
  type Page,
  type PageScreenshotOptions,
} from 'playwright-core';
import { unpackedBrowser } from './browser-files.js';

/** A window with what went wrong in it. */
export interface Window {
  page: Page;
  /** Errors of the page and refusals of its policy; a good page has none. */
  troubles: string[];
  /** Looks for what keeps people from using the page. */
  barriers(without?: string[]): Promise<string[]>;
  /** Keeps a picture of the page in test-artefacts/. */
  picture(name: string, options?: PageScreenshotOptions): Promise<void>;
  close(): Promise<void>;
}

/** The look of a window: a phone's unless said otherwise. */
export const PHONE: BrowserContextOptions = {
  viewport: { width: 360, height: 740 },
  deviceScaleFactor: 2,
  hasTouch: true,
};
export const DESKTOP: BrowserContextOptions = { viewport: { width: 1280, height: 900 } };

/** A Chromium without a screen, which needs nothing but the packages. */
export async function openBrowser(): Promise<Browser> {
  const { executablePath, env } = unpackedBrowser();
  return chromium.launch({
    executablePath,
    // Root may not use the sandbox, and only our own pages are opened.
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--font-render-hinting=none',
    ],
    env: { ...(process.env as Record<string, string>), ...env },
  });
}

/** A new window, of a person of its own: it shares nothing with the others. */
export async function openWindow(
  browser: Browser,
  url: string,
  looks: BrowserContextOptions = PHONE,
): Promise<Window> {
  const context = await browser.newContext({
    locale: 'en-AU',
    timezoneId: 'Australia/Sydney',
    reducedMotion: 'reduce',
    ...looks,
  });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(message.text());
  });
  await page.goto(url);
  return {
    page,
    troubles,
    barriers: (without) => barriersIn(page, without),
    picture: async (name, options = {}) => {
      mkdirSync('test-artefacts', { recursive: true });
      const path = resolve('test-artefacts', `${name}.png`);
      await page.screenshot({ path, fullPage: true, ...options });
    },
    close: () => context.close(),
  };
}

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

async function barriersIn(page: Page, without: string[] = []): Promise<string[]> {
  // Put in by the debugger, which no policy of the page forbids.
  await page.evaluate(readFileSync(AXE, 'utf8'));
  return page.evaluate(
    async (rules) => {
      const { axe } = globalThis as unknown as {
        axe: { run(options: object): Promise<AxeResult> };
      };
      const { violations } = await axe.run({ rules });
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
      );
    },
    Object.fromEntries(without.map((rule) => [rule, { enabled: false }])),
  );
}

interface AxeResult {
  violations: { id: string; nodes: { html: string; failureSummary: string }[] }[];
}
