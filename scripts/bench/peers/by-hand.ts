import { openOrm } from '../../../src/database/postgres/orm.js';
import type { Lookup } from '../../../src/database/reader/reader.js';
import { CHANNEL } from '../../../src/live/events/change-event.js';
import { ENTITIES } from '../../../src/server/boot/nouns.js';
import { promptStatus } from '../../../src/sharing/prompt/prompt-status.js';
import { shareItems } from '../../../src/sharing/prompt/share-item.js';
import { detailChanges } from '../../../src/sharing/state/detail-change.js';
import { type ShareState, shareStateLookup } from '../../../src/sharing/state/share-state.js';
import type { Audience } from '../../../src/visibility/audience.js';
import { projection } from '../../../src/visibility/projection.js';
import { theContract } from '../seed/contract.js';
import { serve } from './json-server.js';
import { type Prompt, refuseWhatIsNotWritten, settled } from './settle-by-hand.js';
import { LOCK_PROMPT, NOTIFY, SETTLE, TAKE } from './statements/change-by-hand.js';
import { type Send, type Statement, Transactions } from './transaction.js';

/**
 * The yardstick for writes: a change of a to-do with all its visible effects (the prompt, its notification, the
 * payload with every line) in one transaction of prepared statements. The client's projection, the digests and the
 * texts are the product's own code; everything else is written by hand.
 */
export async function serveByHand(
  databaseUrl: string,
  poolSize: number,
  { pipelined = false } = {},
) {
  const question = await shareQuestion(databaseUrl);
  const transactions = new Transactions(databaseUrl, poolSize, pipelined);
  const { url, close } = await serve(async ({ path, rest: todoId = '', tokenHash, body }) => {
    if (path !== 'todo') return null;
    const { title, done } = JSON.parse(body);
    const todo = { id: todoId, title: title.trim(), done };
    const answer = await transactions.run((send) => change(send, question, tokenHash, todo));
    return answer && JSON.stringify(answer);
  });
  return {
    url,
    async stop() {
      close();
      await transactions.end();
    },
  };
}

/** The product's own statement for the share state; it is built from metadata, so no connection is kept. */
async function shareQuestion(databaseUrl: string): Promise<Lookup<ShareState>> {
  const { schema, policy } = theContract();
  const orm = await openOrm(databaseUrl, ENTITIES, 1);
  const question = shareStateLookup(orm, projection(schema, policy, 'CLIENT'), () => new Date());
  await orm.close();
  return question;
}

interface Taken {
  staffId: string;
  name: string;
  audience: Audience;
  businessId: string;
  jobId: string;
  isWritten: boolean;
}

interface Todo {
  id: string;
  title: string;
  done: boolean;
}

/** Three round trips to PostgreSQL when pipelined, six otherwise; null when this person may not change it. */
async function change(
  send: Send,
  question: Lookup<ShareState>,
  tokenHash: string,
  todo: Todo,
): Promise<object | null> {
  const now = new Date();
  const take = named('take', TAKE, [tokenHash, todo.id, todo.title, todo.done]);
  const [, [taken]] = (await send('begin', take)) as unknown as [unknown, Taken[]];
  if (!taken) {
    await send(ROLLBACK);
    return null;
  }
  const { businessId, jobId } = taken;
  const [[before], [row]] = (await send(
    named('lock-prompt', LOCK_PROMPT, [businessId, jobId]),
    named('share-state', question.sql, [businessId, [jobId]]),
  )) as unknown as [Prompt[], Record<string, unknown>[]];
  if (!before || !row) throw new Error(`Job ${jobId} has no prompt.`);
  const state = question.answer(row);
  refuseWhatIsNotWritten(before, state, todo.id);
  const prompt = taken.isWritten ? settled(before, state, taken, now) : before;
  await send(...(taken.isWritten ? [outcome(taken, before, prompt)] : []), COMMIT);
  return payload(taken, todo, prompt, state);
}

/** One statement for everything that is left to write. */
function outcome({ businessId, jobId }: Taken, before: Prompt, after: Prompt): Statement {
  const event = (...kinds: string[]) => ({ businessId, jobs: { [jobId]: kinds }, standing: [] });
  if (isSame(before, after))
    return named('notify', NOTIFY, [CHANNEL, JSON.stringify(event('Todo'))]);
  const { id, revision, offered, waiting, ready, changedAt, raisedAt, raisedById } = after;
  return named('settle', SETTLE, [
    ...[id, revision, JSON.stringify(offered), waiting, ready, changedAt, raisedAt, raisedById],
    // What waits for the office may differ with the prompt.
    ...[CHANNEL, JSON.stringify({ ...event('Todo', 'SharePrompt'), waits: true })],
  ]);
}

function isSame(one: Prompt, other: Prompt): boolean {
  return (
    one.revision === other.revision && one.waiting === other.waiting && one.ready === other.ready
  );
}

function payload({ jobId, audience }: Taken, todo: Todo, prompt: Prompt, before: ShareState) {
  const { id, revision, waiting, reviewed, raisedById, raisedByName } = prompt;
  const raisedAt = prompt.raisedAt?.toISOString() ?? null;
  const changedAt = prompt.changedAt.toISOString();
  const state = {
    ...before,
    prompt: { id, revision, waiting, reviewed, raisedAt, changedAt, raisedById },
  };
  const sharePromptStatus = promptStatus(state, audience);
  const sharePrompt = {
    id,
    revision,
    raisedAt: raisedAt ?? changedAt,
    raisedBy: raisedById && { id: raisedById, name: raisedByName },
    details: detailChanges(state),
    items: shareItems(state),
  };
  return {
    job: { id: jobId },
    todo,
    sharePromptStatus,
    sharePrompt: sharePromptStatus === 'PENDING' ? sharePrompt : null,
  };
}

function named(name: string, text: string, values: unknown[]): Statement {
  return { name, text, values };
}

const COMMIT = named('commit', 'commit', []);
const ROLLBACK = named('rollback', 'rollback', []);
