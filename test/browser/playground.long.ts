import { inLongForm } from '../harness/long-form.js';

await inLongForm(() => import('./playground.test.js'));
