import './needs-build.js';
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

/** A browser window with its recorded errors. */
export interface Window {
  page: Page;
  /** Errors of the page and violations of its policy; must be empty. */
  troubles: string[];
  /** Runs the accessibility checks. */
  barriers(without?: string[]): Promise<string[]>;
  /** Saves a screenshot in test-artefacts/ if `PICTURES=1`; no test reads one. */
  picture(name: string, options?: PageScreenshotOptions): Promise<void>;
  close(): Promise<void>;
}

/** Size and colour scheme of a window; a phone's by default. */
export const PHONE: BrowserContextOptions = {
  viewport: { width: 360, height: 740 },
  deviceScaleFactor: 2,
  hasTouch: true,
};
export const DESKTOP: BrowserContextOptions = { viewport: { width: 1280, height: 900 } };

/** Starts a headless Chromium from packages only. */
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

/** Opens a window with its own session. */
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
  context.setDefaultTimeout(20_000);
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
      if (process.env.PICTURES !== '1') return;
      mkdirSync('test-artefacts', { recursive: true });
      const path = resolve('test-artefacts', `${name}.png`);
      await page.screenshot({ path, fullPage: true, ...options });
    },
    close: () => context.close(),
  };
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

async function barriersIn(page: Page, without: string[] = []): Promise<string[]> {
  // Injected by the debugger, which the page's policy does not block; a page needs it once.
  if (!(await page.evaluate("'axe' in globalThis"))) await page.evaluate(AXE);
  return page.evaluate(
    async (rules) => {
      const { axe } = globalThis as unknown as {
        axe: { run(options: object): Promise<AxeResult> };
      };
      const { violations } = await axe.run({
        rules,
        resultTypes: ['violations'],
        selectors: false,
      });
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
