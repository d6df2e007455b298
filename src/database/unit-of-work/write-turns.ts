import type { EntityManager } from '@mikro-orm/postgresql';

/** Claim on a key that a limited number of writes may hold at a time. */
export interface Claim {
  key: string;
  maxHolders: number;
  /** Whether writes get the key in the order of their requests, as for a job. */
  inOrder?: boolean;
}

export interface TurnLimits {
  /** Number of connections for writes. */
  connections: number;
  /** Maximum number of waiting writes. */
  maxWaiting: number;
  /** Maximum waiting time of a write, in milliseconds. */
  maxWaitMs: number;
}

/** Keys held by a running write. */
export interface Turn {
  has(key: string): boolean;
  /** Takes a key if it is free and no write waits for it; returns whether it did. */
  tryTake(claim: Claim): boolean;
  /** Releases all keys and starts the next writes. */
  end(): void;
}

/** Thrown if no turn came in time, or if too many writes wait already. */
export class NoTurn extends Error {}

interface Waiting {
  claims: Claim[];
  begin(): void;
}

const DEFAULTS = { maxWaiting: 200, maxWaitMs: 5_000 };

/**
 * Queue of the writes of this process. Writes of one job run one after the other and wait here without a connection;
 * the writes of one business never use all connections.
 *
 * A write gets all its claims at once or waits holding none, so two writes cannot wait for each other.
 */
export class WriteTurns {
  readonly #holders = new Map<string, number>();
  readonly #waiting: Waiting[] = [];
  readonly #limits: TurnLimits;

  constructor({ connections, ...given }: Partial<TurnLimits> & { connections: number }) {
    this.#limits = { connections, ...DEFAULTS, ...given };
  }

  /** Number of waiting writes. */
  get waiting(): number {
    return this.#waiting.length;
  }

  /** Returns the claims of a business: half of the connections, and a fifth is left to callers who are not signed in. */
  seatsOf(businessId: string | undefined): Claim[] {
    if (!businessId) return [];
    const { connections } = this.#limits;
    return [
      { key: `business ${businessId}`, maxHolders: Math.max(1, Math.floor(connections / 2)) },
      { key: 'signed in', maxHolders: Math.max(1, connections - Math.ceil(connections / 5)) },
    ];
  }

  /** Waits for all claims. Throws NoTurn. */
  async take(claims: Claim[]): Promise<Turn> {
    if (!this.#hasRoom(claims) || this.#isAwaited(claims)) await this.#wait(claims);
    else this.#hold(claims);
    return this.#turn(claims);
  }

  #turn(claims: Claim[]): Turn {
    const held = [...claims];
    return {
      has: (key) => held.some((claim) => claim.key === key),
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
        // Others may have waited only because this one was before them.
        this.#startNext();
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
    this.#startNext();
  }

  /** Starts waiting writes in order; a write that must go on waiting blocks later writes of the same ordered key. */
  #startNext(): void {
    const blocked = new Set<string>();
    for (const write of [...this.#waiting]) {
      const isBlocked = write.claims.some(({ key }) => blocked.has(key));
      if (!isBlocked && this.#hasRoom(write.claims)) {
        this.#hold(write.claims);
        this.#waiting.splice(this.#waiting.indexOf(write), 1);
        write.begin();
      } else {
        for (const { key, inOrder } of write.claims) if (inOrder) blocked.add(key);
      }
    }
  }

  #hasRoom(claims: Claim[]): boolean {
    return claims.every(({ key, maxHolders }) => (this.#holders.get(key) ?? 0) < maxHolders);
  }

  /** Whether an earlier write waits for one of the ordered keys. */
  #isAwaited(claims: Claim[]): boolean {
    const awaited = new Set(this.#waiting.flatMap((write) => write.claims.map(({ key }) => key)));
    return claims.some(({ key, inOrder }) => inOrder && awaited.has(key));
  }

  #hold(claims: Claim[]): void {
    for (const { key } of claims) this.#holders.set(key, (this.#holders.get(key) ?? 0) + 1);
  }
}

const turnsByConnection = new WeakMap<object, WriteTurns>();

/** Sets the queue for all writes through these connections. */
export function rememberTurns(em: EntityManager, turns: WriteTurns): void {
  turnsByConnection.set(em.getConnection(), turns);
}

/** Returns the queue of these connections; throws if there is none. */
export function turnsOf(em: EntityManager): WriteTurns {
  const turns = turnsByConnection.get(em.getConnection());
  if (!turns) throw new Error('These connections were not opened by openOrm.');
  return turns;
}
