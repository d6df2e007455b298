import { inLongForm } from '../harness/long-form.js';

await inLongForm(() => import('./same-id.test.js'));
