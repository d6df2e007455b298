import type pg from 'pg';
import { CHANNEL } from '../../../src/live/events/change-event.js';
import { setBack } from '../measure/tidy.js';
import type { Asked } from '../seed/sample.js';
import { familyOf, type ServerName } from '../servers/kinds.js';
import { askOnce } from './ask.js';
import { differenceOf, inOneWay, some } from './same-answers.js';
import type { Json, Workload } from './workload.js';

/** The first change raises a prompt, the second finds one that is ready. */
const TIMES = 2;

/**
 * Throws unless every server that does all of a write's work, from the same rows, returns the same response, leaves
 * the same rows and sends the same notifications.
 */
export async function proveSameEffect(
  workload: Workload,
  contenders: { server: { name: ServerName; url: string } }[],
  db: pg.Client,
  sample: Asked[],
): Promise<void> {
  const servers = contenders
    .map(({ server }) => server)
    .filter(({ name }) => workload.effect?.servers.includes(name));
  const [first, ...others] = servers;
  if (!first || others.length === 0) return;
  const notices = await Notices.on(db);
  try {
    for (const asked of some(sample)) {
      const expected = await effectOf(workload, first, db, notices, asked);
      for (const other of others) {
        const got = await effectOf(workload, other, db, notices, asked);
        const difference = differenceOf(expected, got, '');
        if (difference)
          throw new Error(
            `${workload.name}: ${other.name} does not do as ${first.name} does to job ${asked.jobId}: ${difference}`,
          );
      }
    }
  } finally {
    await notices.end();
  }
}

/** Responses and rows after each change on one server. */
async function effectOf(
  { request, effect }: Workload,
  { name, url }: { name: ServerName; url: string },
  db: pg.Client,
  notices: Notices,
  asked: Asked,
): Promise<Json> {
  await setBack(db, [asked]);
  const family = familyOf(name);
  const effects: Json[] = [];
  for (let turn = 1; turn <= TIMES; turn += 1) {
    notices.forget();
    const body = await askOnce(url, request(family, asked, turn));
    const { rows } = await db.query(effect?.rows as string, [asked.jobId, asked.todoId]);
    effects.push({
      answer: effect?.answer(family, body) ?? null,
      rows: rows[0].found,
      notices: await notices.heard(),
    });
  }
  return inOneWay(effects);
}

const PATIENCE_MS = 2_000;
const LOOK_MS = 5;

/** Collects the notifications for live updates on a connection. */
class Notices {
  #heard: Json[] = [];

  private constructor(private readonly db: pg.Client) {}

  static async on(db: pg.Client): Promise<Notices> {
    const notices = new Notices(db);
    db.on('notification', notices.#hear);
    await db.query(`listen ${CHANNEL}`);
    return notices;
  }

  forget(): void {
    this.#heard = [];
  }

  /** Every change of the bench sends one, which may arrive shortly after its response. */
  async heard(): Promise<Json[]> {
    const patience = performance.now() + PATIENCE_MS;
    while (this.#heard.length === 0 && performance.now() < patience)
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    if (this.#heard.length === 0) throw new Error('A change was made without a notification.');
    return this.#heard;
  }

  async end(): Promise<void> {
    this.db.off('notification', this.#hear);
    await this.db.query(`unlisten ${CHANNEL}`);
  }

  /** The notification starts with the id of its transaction, which differs. */
  readonly #hear = ({ payload = '' }: pg.Notification): void => {
    this.#heard.push(JSON.parse(payload.slice(payload.indexOf(' '))));
  };
}
