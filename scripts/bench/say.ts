/** A line of progress; what a run is for is printed by itself at the end. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
