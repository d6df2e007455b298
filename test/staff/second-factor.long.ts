import { inLongForm } from '../harness/long-form.js';

await inLongForm(() => import('./second-factor.test.js'));
