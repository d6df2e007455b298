import type { Bench, Ground } from '../bench.js';
import type { Contender } from '../measure/contender.js';
import { say } from '../say.js';
import type { Workload } from '../workloads/workload.js';
import type { ServerName } from './kinds.js';

/** The servers of a run: each runs from the first workload that needs it to the last. */
export class Servers {
  readonly #up = new Map<ServerName, Contender>();

  constructor(
    private readonly bench: Bench,
    private readonly ground: Ground,
    private readonly chosen: readonly ServerName[],
  ) {}

  /** Starts the servers of the first of these workloads; stops those that none of them needs. */
  async onlyThose([workload, ...later]: Workload[]): Promise<Contender[]> {
    const needed = new Set([workload, ...later].flatMap((each) => each?.servers ?? []));
    for (const [name, { server }] of this.#up) {
      if (needed.has(name)) continue;
      await server.stop();
      this.#up.delete(name);
    }
    const names = (workload?.servers ?? []).filter((name) => this.chosen.includes(name));
    const contenders: Contender[] = [];
    for (const name of names) contenders.push(this.#up.get(name) ?? (await this.#start(name)));
    return contenders;
  }

  async #start(name: ServerName): Promise<Contender> {
    say(`Starting ${name} …`);
    const contender = await this.bench.contender(this.ground, name);
    this.#up.set(name, contender);
    return contender;
  }
}
