import { type Config, loadConfig } from '../../src/config.js';

/** Settings as on a developer's machine, on any free port. */
export function testConfig(folder: string, changes: Partial<Config> = {}): Config {
  return {
    ...loadConfig({ JOBGLASS_DATA: folder, DATABASE_POOL: '6' }),
    port: 0,
    // Every test file clones a database that has it.
    seedDemo: false,
    ...changes,
  };
}
