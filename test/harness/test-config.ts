import { type Config, loadConfig } from '../../src/config/config.js';

/** Settings as on a development machine, on any free port. */
export function testConfig(folder: string, changes: Partial<Config> = {}): Config {
  return {
    ...loadConfig({ JOBGLASS_DATA: folder, DATABASE_POOL: '6' }),
    port: 0,
    // The database that test files clone has the demo already.
    seedDemo: false,
    // Tests ask more in a minute than people do.
    pointsPerMinute: { staff: 1_000_000, others: 1_000_000 },
    ...changes,
  };
}
