interface TestFile {
  path: string;
}

/** The slowest files of `npm test` and of the long tests, slowest first, maintained by hand: a clean checkout has no durations. */
const SLOWEST = [
  'browser/every-page',
  'server/production',
  'leaks/two-worlds',
  'roles',
  'database/plans-agree',
  'recipes/recipes',
  'server/dev',
  'examples/integration',
  'server/production-install',
  'browser/console-writes',
  'browser/console',
  'leaks/layers',
  'browser/journey-share-loop',
  'database/payloads-agree',
  'leaks/tenant-wall',
  'email/every-email',
  'abuse/inputs',
  'card-payments/paying',
  'browser/portal-page',
  'search/fifty-thousand',
  'browser/quote-to-paid',
  'clients/large-client',
  'staff/api-keys',
  'abuse/uploads',
  'enquiries/photos',
  'visits/told',
  'browser/cut-off',
  'abuse/answer-budget',
  'photos/upload',
  'leaks/errors',
  'abuse/error-wall',
  'documents/documents',
  'abuse/sign-in-on-two-servers',
  'clients/changed-client',
  'messages/message-mails',
  'sharing/what-a-client-can-open',
  'journeys/enquiry-to-paid',
  'quotes/answers-that-race',
  'database/statements-of-operations',
  'portal/every-client-write',
  'quotes/deposits',
  'limits/attempts',
  'database/published-forms',
  'journeys/quote-to-paid',
  'email/crash',
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
  const at = SLOWEST.findIndex((name) =>
    ['test', 'long'].some((kind) => path.endsWith(`/test/${name}.${kind}.js`)),
  );
  return at < 0 ? SLOWEST.length : at;
}
