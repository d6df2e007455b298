import { inLongForm } from '../harness/long-form.js';

await inLongForm(() => import('./portal-page.test.js'));
