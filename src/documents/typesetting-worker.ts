import { parentPort } from 'node:worker_threads';
import type { PrintedDocument } from './printed-document.js';
import { typeset } from './typeset.js';
import type { Typeset } from './typesetting-thread.js';

/** Program of the thread: one document in, its bytes or the reason of the failure out. */
parentPort?.on('message', async (document: PrintedDocument) => {
  const answer: Typeset = await typeset(document).then(
    (bytes) => ({ bytes }),
    (error: unknown) => ({
      failure: error instanceof Error ? (error.stack ?? error.message) : String(error),
    }),
  );
  parentPort?.postMessage(answer);
});
