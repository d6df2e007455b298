import { inLongForm } from '../harness/long-form.js';

await inLongForm(() => import('./first-business.test.js'));
