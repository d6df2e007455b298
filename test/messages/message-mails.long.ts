import { inLongForm } from '../harness/long-form.js';

await inLongForm(() => import('./message-mails.test.js'));
