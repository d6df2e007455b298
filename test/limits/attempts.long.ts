import { inLongForm } from '../harness/long-form.js';

await inLongForm(() => import('./attempts.test.js'));
