import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { say } from '../say.js';
import type { samplesOf } from '../seed/sample.js';
import type { seed } from '../seed/seed.js';
import type { Size } from '../seed/size.js';

/**
 * Child process, controlled by `SeedRequest`: runs the seed of another commit, so that the rows fit its tables, or
 * only computes the samples. These two files and their exports are everything that the bench needs of another
 * commit's own bench, so they must keep their paths.
 */
export interface SeedRequest {
  /** Folder with the built commit. */
  folder: string;
  size: Size;
  /** URL of an empty database to seed; without it only samples are returned. */
  url?: string;
}
export type Samples = ReturnType<typeof samplesOf>;

process.once('message', async ({ folder, size, url }: SeedRequest) => {
  const theirs = (path: string) =>
    import(pathToFileURL(join(folder, 'dist/scripts/bench/seed', path)).href);
  // Their decorators need the reflect-metadata that their code loads.
  createRequire(join(folder, 'package.json'))('reflect-metadata');
  if (url) {
    const program = (await theirs('seed.js')) as { seed: typeof seed };
    await program.seed(url, { size, say, trust: true });
  }
  const program = (await theirs('sample.js')) as { samplesOf: typeof samplesOf };
  process.send?.(program.samplesOf(size), () => process.exit(0));
});
