interface TestFile {
  path: string;
}

/** The slowest files, slowest first, maintained by hand: a clean checkout has no durations. */
const SLOWEST = [
  'roles',
  'browser/console-writes',
  'server/dev',
  'server/start',
  'leaks/layers',
  'leaks/two-worlds',
  'browser/console',
  'browser/playground',
  'card-payments/paying',
  'browser/journey-share-loop',
  'leaks/tenant-wall',
  'browser/people',
  'browser/portal-page',
  'abuse/inputs',
  'email/every-email',
  'leaks/errors',
  'abuse/sign-in',
  'abuse/uploads',
  'browser/console-settings',
  'browser/session',
  'messages/message-mails',
  'visits/told',
  'quotes/client-answers',
  'database/payloads-agree',
  'abuse/client-writes',
  'documents/documents',
  'browser/cut-off',
  'database/plans-agree',
  'sharing/same-id',
  'server/keys',
  'front-ends/other-origin',
];

/** Order of test files for Jest: a slow file started last would leave one of the two workers idle. */
export default class LongestFirst {
  sort(files: TestFile[]): TestFile[] {
    return files.toSorted((a, b) => rank(a) - rank(b) || a.path.localeCompare(b.path));
  }

  allFailedTests(files: TestFile[]): TestFile[] {
    return files;
  }

  cacheResults(): void {}
}

function rank({ path }: TestFile): number {
  const at = SLOWEST.findIndex((name) => path.endsWith(`/test/${name}.test.js`));
  return at < 0 ? SLOWEST.length : at;
}
