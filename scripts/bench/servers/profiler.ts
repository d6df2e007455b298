import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';

/** Messages of the bench to a profiled server. */
export type Word = { profile: 'start' } | { profile: 'stop'; file: string };

/** Lets the bench switch the profiler on and off, so that start-up is not included. */
export function profileWhenTold(): void {
  const session = new Session();
  process.on('message', async (word: Word) => {
    if (word.profile === 'start') {
      session.connect();
      await session.post('Profiler.enable');
      await session.post('Profiler.setSamplingInterval', { interval: 500 });
      await session.post('Profiler.start');
    } else {
      const { profile } = await session.post('Profiler.stop');
      writeFileSync(word.file, JSON.stringify(profile));
      session.disconnect();
    }
    process.send?.({ done: true });
  });
}
