import { inLongForm } from '../harness/long-form.js';

await inLongForm(() => import('./payments.test.js'));
