import { inLongForm } from '../harness/long-form.js';

await inLongForm(() => import('./client-writes.test.js'));
