import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { say } from '../say.js';
import type { samplesOf } from '../seed/sample.js';
import type { seed } from '../seed/seed.js';
import type { Size } from '../seed/size.js';

/**
 * A process of its own, told by `SeedRequest` what to do: it runs the seed of another commit, so that the rows fit that
 * commit's tables, or only works out what can be asked about them. These two files and what they export are
 * all that the bench needs of another commit's own bench; they stay where they are.
 */
export interface SeedRequest {
  /** Where the commit was built. */
  folder: string;
  size: Size;
  /** An empty database to be filled; without it nothing is. */
  url?: string;
}
export type Samples = ReturnType<typeof samplesOf>;

process.once('message', async ({ folder, size, url }: SeedRequest) => {
  const theirs = (path: string) =>
    import(pathToFileURL(join(folder, 'dist/scripts/bench/seed', path)).href);
  // Their decorators need the one that their code loads.
  createRequire(join(folder, 'package.json'))('reflect-metadata');
  if (url) {
    const program = (await theirs('seed.js')) as { seed: typeof seed };
    await program.seed(url, { size, say, trust: true });
  }
  const program = (await theirs('sample.js')) as { samplesOf: typeof samplesOf };
  process.send?.(program.samplesOf(size), () => process.exit(0));
});
