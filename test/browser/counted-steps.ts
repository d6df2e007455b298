import type { Locator } from 'playwright-core';

/** Seconds of the keystroke-level model: a key, moving to a target and pressing it, deciding what to do next. */
const KEY = 0.28;
const POINTING = 1.1;
const THINKING = 1.35;

interface Step {
  says: string;
  keys: number;
  seconds: number;
}

/** Does what a person does, one decision at a time, and counts it. */
export class CountedSteps {
  readonly #steps: Step[] = [];

  async click(says: string, target: Locator): Promise<void> {
    await target.click();
    this.#count(says, 0);
  }

  /** Chooses a field and types into it. A time is typed as the browser's field takes it, with `keys` for it. */
  async type(says: string, field: Locator, text: string, keys = text.length): Promise<void> {
    await field.fill(text);
    this.#count(says, keys);
  }

  seconds(): number {
    return this.#steps.reduce((sum, { seconds }) => sum + seconds, 0);
  }

  /** A list of the steps, with their sum. */
  list(): string {
    const rows = this.#steps.map(
      ({ says, keys, seconds }, at) => `${at + 1}. ${says}: ${inKeys(keys)}${seconds.toFixed(1)} s`,
    );
    const keys = this.#steps.reduce((sum, step) => sum + step.keys, 0);
    return [...rows, '', `Together: ${inKeys(keys)}${this.seconds().toFixed(1)} s.`].join('\n');
  }

  #count(says: string, keys: number): void {
    this.#steps.push({ says, keys, seconds: THINKING + POINTING + keys * KEY });
  }
}

function inKeys(keys: number): string {
  return keys > 0 ? `${keys} keys, ` : '';
}
