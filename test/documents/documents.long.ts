import { inLongForm } from '../harness/long-form.js';

await inLongForm(() => import('./documents.test.js'));
