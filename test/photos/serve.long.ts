import { inLongForm } from '../harness/long-form.js';

await inLongForm(() => import('./serve.test.js'));
