import { inLongForm } from '../harness/long-form.js';

await inLongForm(() => import('./told.test.js'));
