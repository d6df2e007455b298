import { withRuns } from '../harness/more-runs.js';

// The tests of `npm test` with more generated operations.
await withRuns(2500, () => import('./two-worlds.test.js'));
