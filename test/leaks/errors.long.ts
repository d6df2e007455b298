import { inLongForm } from '../harness/long-form.js';

// Every operation as every caller under every fault.
await inLongForm(() => import('./errors.test.js'));
