import { inLongForm } from '../harness/long-form.js';

await inLongForm(() => import('./day-in-zone.test.js'));
