import { inLongForm } from '../harness/long-form.js';

await inLongForm(() => import('./reminders.test.js'));
