import {
  closeSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

/**
 * Copy of the records on disk: a file to which a line is added for each change, so that a kill at any moment loses at most
 * a line that nobody was told is safe.
 */
export class Copy {
  /** Records by ID; null for those that were removed. */
  records = new Map();
  /** What else has to be remembered, by name. */
  notes = new Map();
  #file;

  constructor(folder) {
    mkdirSync(folder, { recursive: true });
    this.#file = openSync(join(folder, 'copy.jsonl'), 'a+', 0o600);
    const text = readFileSync(this.#file, 'utf8');
    // The last line is cut off if the program was killed while it wrote.
    const whole = text.slice(0, text.lastIndexOf('\n') + 1);
    ftruncateSync(this.#file, Buffer.byteLength(whole));
    for (const line of whole.split('\n')) if (line) this.#apply(JSON.parse(line));
  }

  /** Keeps a record, unless a later state of it is known or it was removed. Returns when that is safe. */
  keep(record) {
    const known = this.records.get(record.id);
    if (known === null || (known && known.updatedAt > record.updatedAt)) return;
    this.#write({ id: record.id, record });
  }

  remove(id) {
    this.#write({ id, record: null });
  }

  remember(name, value) {
    this.#write({ name, value });
  }

  close() {
    closeSync(this.#file);
  }

  #write(line) {
    writeSync(this.#file, `${JSON.stringify(line)}\n`);
    fsyncSync(this.#file);
    this.#apply(line);
  }

  #apply({ id, record, name, value }) {
    if (id) this.records.set(id, record);
    else this.notes.set(name, value);
  }
}
