import '../../src/server/boot/nouns.js';
import { digestOf } from '../../src/shareable/shareable.js';
import { newPrompt, type Prompt, reviewAll } from '../../src/sharing/prompt/prompt.js';
import { settle } from '../../src/sharing/prompt/raise-or-close.js';
import type { Candidate } from '../../src/sharing/state/candidates.js';
import { type ClientView, keyOf } from '../../src/sharing/state/client-view.js';
import type { ShareState } from '../../src/sharing/state/share-state.js';
import type { Principal } from '../../src/visibility/principal.js';

// Settling reads and writes nothing, so what a change leaves of a prompt is tried here without a database.

const BEFORE = new Date('2026-03-01T00:00:00Z');
const NOW = new Date('2026-03-02T00:00:00Z');
const SALLY = { kind: 'STAFF', staffId: 'sally' } as Principal;
const CLIENT = { kind: 'CLIENT' } as Principal;

interface Todo {
  id: string;
  title: string;
}

const tap: Todo = { id: 'tap', title: 'Fix the tap' };
const drain: Todo = { id: 'drain', title: 'Clear the drain' };

/** A job with these to-dos, of which its client has `shown`. */
function stateOf(todos: Todo[], shown: Todo[] | null, more: Partial<ShareState> = {}): ShareState {
  const candidates = todos.map(candidateOf);
  return {
    jobId: 'job',
    businessId: 'business',
    portalEnabled: true,
    keepInSync: false,
    client: { id: 'client', name: 'Anna', email: 'anna@example.com' },
    scheduled: true,
    place: { timeZone: 'Australia/Sydney', currency: 'AUD', dateOrder: 'DAY_MONTH_YEAR' },
    prompt: null,
    ownPages: [],
    shown: null,
    publication: shown && {
      id: 'publication',
      version: 1,
      view: { todos: shown } as unknown as ClientView,
      itemKeys: shown.map(({ id }) => keyOf('TODO', id)),
    },
    details: {},
    candidates,
    offered: Object.fromEntries(candidates.map(({ key, digest }) => [key, digest])),
    ...more,
  };
}

function candidateOf(todo: Todo): Candidate {
  const content = todo as unknown as ClientView;
  return {
    key: keyOf('TODO', todo.id),
    kind: 'TODO',
    content,
    digest: digestOf(content),
    label: todo.title,
    summary: todo.title,
    refusal: null,
    preselected: false,
    autoPublish: false,
  };
}

/** A prompt after somebody has reviewed this state. */
function reviewed(state: ShareState): Prompt {
  const fresh = newPrompt('prompt', 'business', 'job', BEFORE);
  const { prompt } = settle(state, fresh, new Map(), SALLY, BEFORE);
  return reviewAll(prompt, state.offered);
}

it('a first change waits for a review and names who made it', () => {
  const fresh = newPrompt('prompt', 'business', 'job', BEFORE);
  const { prompt, draft } = settle(stateOf([tap], null), fresh, new Map(), SALLY, NOW);
  expect(prompt).toMatchObject({
    ...{ revision: 1, waiting: true, ready: true },
    ...{ changedAt: NOW, raisedAt: NOW, raisedById: 'sally' },
  });
  expect(draft).toBeNull();
});

it('a second change keeps the time and the person of the first, and rises', () => {
  const before = reviewed(stateOf([], []));
  const first = settle(stateOf([tap], []), before, new Map(), SALLY, BEFORE).prompt;
  const bob = { kind: 'STAFF', staffId: 'bob' } as Principal;
  const { prompt } = settle(stateOf([tap, drain], []), first, new Map(), bob, NOW);
  expect(prompt).toMatchObject({ raisedAt: BEFORE, raisedById: 'sally', changedAt: NOW });
  expect(prompt.revision).toBe(first.revision + 1);
});

it('a change that is taken back closes the prompt', () => {
  const before = reviewed(stateOf([tap], [tap]));
  const changed = stateOf([{ ...tap, title: 'Fix the tap today' }], [tap]);
  const waiting = settle(changed, before, new Map(), SALLY, NOW).prompt;
  expect(waiting.waiting).toBe(true);
  const { prompt } = settle(stateOf([tap], [tap]), waiting, new Map(), SALLY, NOW);
  expect(prompt).toMatchObject({ waiting: false, raisedAt: null, raisedById: null });
});

it('settling the same twice changes nothing', () => {
  const state = stateOf([tap], [tap]);
  const before = reviewed(state);
  expect(settle(state, before, new Map(), SALLY, NOW).prompt).toEqual(before);
});

it('what was never shown and is gone needs no review; what was shown does', () => {
  const before = reviewed(stateOf([tap, drain], [tap]));
  const withoutDrain = settle(stateOf([tap], [tap]), before, new Map(), SALLY, NOW).prompt;
  expect(withoutDrain.waiting).toBe(false);
  const withoutTap = settle(stateOf([drain], [tap]), before, new Map(), SALLY, NOW).prompt;
  expect(withoutTap.waiting).toBe(true);
});

it('with the portal off it waits without appearing, and without a first visit it is not ready either', () => {
  const before = reviewed(stateOf([], []));
  const off = settle(stateOf([tap], [], { portalEnabled: false }), before, new Map(), SALLY, NOW);
  expect(off.prompt).toMatchObject({ waiting: true, ready: true, raisedAt: null });
  const early = settle(stateOf([tap], [], { scheduled: false }), before, new Map(), SALLY, NOW);
  expect(early.prompt).toMatchObject({ waiting: true, ready: false, raisedAt: null });
});

it('another client has reviewed nothing', () => {
  const before = reviewed(stateOf([tap], [tap]));
  const other = { id: 'other', name: 'Ben', email: null };
  const { prompt } = settle(stateOf([tap], null, { client: other }), before, new Map(), SALLY, NOW);
  expect(prompt).toMatchObject({ waiting: true, reviewedForClientId: 'other', reviewed: {} });
});

it('a job that is kept in sync publishes a change of what the client has, and nothing else', () => {
  const before = reviewed(stateOf([tap], [tap]));
  const changed = { ...tap, title: 'Fix the tap today' };
  const state = stateOf([changed, drain], [tap], { keepInSync: true });
  const { prompt, draft } = settle(state, before, new Map(), SALLY, NOW);
  expect(draft).toEqual({
    ...{ reason: 'KEPT_IN_SYNC', itemKeys: ['TODO:tap'] },
    view: { todos: [changed] },
  });
  expect(prompt.waiting).toBe(true);
  expect(prompt.reviewed['TODO:tap']).toBe(state.offered['TODO:tap']);
  expect(prompt.reviewed['TODO:drain']).toBeUndefined();
});

it('what the client writes is published without a review, and only the field that it wrote', () => {
  const before = reviewed(stateOf([tap], [tap]));
  const changed = { ...tap, title: 'Done by me', note: 'not reviewed' };
  const written = new Map([['TODO:tap', new Set(['title'])]]);
  const { prompt, draft } = settle(stateOf([changed], [tap]), before, written, CLIENT, NOW);
  expect(draft?.reason).toBe('CLIENT_ACTED');
  expect(draft?.view).toEqual({ todos: [{ ...tap, title: 'Done by me' }] });
  expect(prompt).toMatchObject({ waiting: true, raisedById: null });
});

it('what it is given stays as it was', () => {
  const state = stateOf([tap], []);
  const before = reviewed(stateOf([], []));
  const copy = structuredClone(before);
  settle(state, before, new Map(), SALLY, NOW);
  expect(before).toEqual(copy);
});
