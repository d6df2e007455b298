import { inLongForm } from '../harness/long-form.js';

await inLongForm(() => import('./paying.test.js'));
