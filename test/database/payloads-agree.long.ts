import { inLongForm } from '../harness/long-form.js';

// Every change as a Tradie too.
await inLongForm(() => import('./payloads-agree.test.js'));
