import { inLongForm } from '../harness/long-form.js';

await inLongForm(() => import('./cut-off.test.js'));
