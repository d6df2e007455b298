import type { EntityManager } from '@mikro-orm/postgresql';

/** Room for so many holders under one name at once. */
export interface Claim {
  key: string;
  room: number;
  /** Whether whoever comes first gets it first, as for the one place of a job. */
  inOrder?: boolean;
}

export interface TurnLimits {
  /** How many connections writes have in all. */
  connections: number;
  /** How many writes may wait in all. */
  maxWaiting: number;
  /** How long one of them waits, in milliseconds. */
  maxWaitMs: number;
}

/** What a write holds while it runs. */
export interface Turn {
  has(key: string): boolean;
  /** Takes a key at once if nobody has it or waits for it. */
  tryTake(claim: Claim): boolean;
  /** Gives everything back and lets the next ones in. */
  end(): void;
}

/** No turn came in time, or too many wait already. */
export class NoTurn extends Error {}

interface Waiting {
  claims: Claim[];
  begin(): void;
}

const USUAL = { maxWaiting: 200, maxWaitMs: 5_000 };

/**
 * The writes of this process, in the order in which they may run. Those of one job come one after the other, and
 * wait here, where they hold no connection; the writes of one business never take all connections.
 *
 * A write gets all that it claims at once or waits holding nothing, so two of them cannot wait for each other.
 */
export class WriteTurns {
  readonly #holders = new Map<string, number>();
  readonly #waiting: Waiting[] = [];
  readonly #limits: TurnLimits;

  constructor({ connections, ...given }: Partial<TurnLimits> & { connections: number }) {
    this.#limits = { connections, ...USUAL, ...given };
  }

  /** How many writes wait for their turn. */
  get waiting(): number {
    return this.#waiting.length;
  }

  /** Half of the connections for the writes of one business; some are left for those who have not signed in yet. */
  seatsOf(businessId: string | undefined): Claim[] {
    if (!businessId) return [];
    const { connections } = this.#limits;
    return [
      { key: `business ${businessId}`, room: Math.max(1, Math.floor(connections / 2)) },
      { key: 'signed in', room: Math.max(1, connections - Math.ceil(connections / 5)) },
    ];
  }

  /** Waits for everything that is claimed. Throws NoTurn when that takes too long. */
  async take(claims: Claim[]): Promise<Turn> {
    if (!this.#hasRoom(claims) || this.#isAwaited(claims)) await this.#wait(claims);
    else this.#hold(claims);
    return this.#turn(claims);
  }

  #turn(claims: Claim[]): Turn {
    const held = [...claims];
    return {
      has: (key) => held.some((each) => each.key === key),
      tryTake: (claim) => {
        if (!this.#hasRoom([claim]) || this.#isAwaited([claim])) return false;
        this.#hold([claim]);
        held.push(claim);
        return true;
      },
      end: () => this.#release(held.splice(0)),
    };
  }

  async #wait(claims: Claim[]): Promise<void> {
    const { maxWaiting, maxWaitMs } = this.#limits;
    if (this.#waiting.length >= maxWaiting) throw new NoTurn('Too many writes wait already.');
    await new Promise<void>((resolve, reject) => {
      const waiting = { claims, begin };
      const timer = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(waiting), 1);
        // Others may have stood behind this one alone.
        this.#letIn();
        reject(new NoTurn('No turn came in time.'));
      }, maxWaitMs);
      function begin() {
        clearTimeout(timer);
        resolve();
      }
      this.#waiting.push(waiting);
    });
  }

  #release(claims: Claim[]): void {
    for (const { key } of claims) {
      const left = (this.#holders.get(key) ?? 1) - 1;
      if (left > 0) this.#holders.set(key, left);
      else this.#holders.delete(key);
    }
    this.#letIn();
  }

  /** In the order in which they came; who has to wait longer keeps the others of the same key waiting. */
  #letIn(): void {
    const passedOver = new Set<string>();
    for (const each of [...this.#waiting]) {
      const isBehind = each.claims.some(({ key }) => passedOver.has(key));
      if (!isBehind && this.#hasRoom(each.claims)) {
        this.#hold(each.claims);
        this.#waiting.splice(this.#waiting.indexOf(each), 1);
        each.begin();
      } else {
        for (const { key, inOrder } of each.claims) if (inOrder) passedOver.add(key);
      }
    }
  }

  #hasRoom(claims: Claim[]): boolean {
    return claims.every(({ key, room }) => (this.#holders.get(key) ?? 0) < room);
  }

  /** Whether somebody who came before waits for the same. */
  #isAwaited(claims: Claim[]): boolean {
    const awaited = new Set(this.#waiting.flatMap((each) => each.claims.map(({ key }) => key)));
    return claims.some(({ key, inOrder }) => inOrder && awaited.has(key));
  }

  #hold(claims: Claim[]): void {
    for (const { key } of claims) this.#holders.set(key, (this.#holders.get(key) ?? 0) + 1);
  }
}

const known = new WeakMap<object, WriteTurns>();

/** Makes all writes through these connections come in turn. */
export function rememberTurns(em: EntityManager, turns: WriteTurns): void {
  known.set(em.getConnection(), turns);
}

export function turnsOf(em: EntityManager): WriteTurns {
  const turns = known.get(em.getConnection());
  if (!turns) throw new Error('These connections were not opened by openOrm.');
  return turns;
}
