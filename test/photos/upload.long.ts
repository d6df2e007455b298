import { inLongForm } from '../harness/long-form.js';

await inLongForm(() => import('./upload.test.js'));
