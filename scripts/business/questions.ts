import { createInterface, type Interface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { ConfigError } from '../../src/config/config.js';

/** Questions in a terminal. Without one, what is missing is an error that names its flag. */
export class Questions {
  readonly #isInteractive = Boolean(process.stdin.isTTY && process.stdout.isTTY);
  #lines: Interface | undefined;
  #isMuted = false;

  /** The answer: that of the flag, else what the person types, else the default. */
  async ask(flag: string, question: string, given?: string, standard?: string | null) {
    if (given !== undefined) return given;
    if (!this.#isInteractive) {
      if (standard) return standard;
      throw new ConfigError(`--${flag} is missing: ${question}.`);
    }
    const shown = standard ? `${question} [${standard}]: ` : `${question}: `;
    for (;;) {
      const answer = (await this.#open().question(shown)).trim() || standard;
      if (answer) return answer;
    }
  }

  async askOptional(question: string, given?: string): Promise<string> {
    if (given !== undefined || !this.#isInteractive) return given ?? '';
    return (await this.#open().question(`${question}: `)).trim();
  }

  async isYes(question: string): Promise<boolean> {
    if (!this.#isInteractive) return false;
    return /^y/i.test((await this.#open().question(`${question} [y/N]: `)).trim());
  }

  /** Like `ask`; what is typed is not shown. */
  async secret(flag: string, question: string, given?: string): Promise<string> {
    if (given !== undefined || !this.#isInteractive) return this.ask(flag, question, given);
    process.stdout.write(`${question}: `);
    this.#open();
    this.#isMuted = true;
    const answer = await this.#open().question('');
    this.#isMuted = false;
    process.stdout.write('\n');
    return answer;
  }

  close(): void {
    this.#lines?.close();
  }

  #open(): Interface {
    this.#lines ??= createInterface({
      input: process.stdin,
      output: new Writable({
        write: (chunk, _encoding, done) => {
          if (!this.#isMuted) process.stdout.write(chunk);
          done();
        },
      }),
      terminal: true,
    });
    return this.#lines;
  }
}
