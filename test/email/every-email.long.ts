import { inLongForm } from '../harness/long-form.js';

// Every letter in light and dark mode.
await inLongForm(() => import('./every-email.test.js'));
