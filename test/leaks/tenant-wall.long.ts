import { inLongForm } from '../harness/long-form.js';

// Every operation as every person with every id.
await inLongForm(() => import('./tenant-wall.test.js'));
