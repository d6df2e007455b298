import { inLongForm } from '../harness/long-form.js';

await inLongForm(() => import('./console-writes.test.js'));
