import { inLongForm } from '../harness/long-form.js';
import { withRuns } from '../harness/more-runs.js';

// The tests of `npm test` with more generated operations.
await inLongForm(() => withRuns(400, () => import('./plans-agree.test.js')));
