// The package has no types.
// @ts-expect-error
import { createRunner } from 'jest-light-runner';

interface Test {
  path: string;
  context: { config: object };
}

interface Runner {
  pool: {
    /** Left out if there is only one worker, this process. */
    options?: { workerData: unknown };
    run(path: string, options: { channel: object }): Promise<unknown>;
  };
  run(test: Test): Promise<unknown>;
}

interface LightRunner {
  _testRunners: Map<object, Runner>;
  _runTest(test: Test): Promise<unknown>;
}

const Base = createRunner({ runtime: 'child_process' }) as {
  new (...all: unknown[]): LightRunner;
};

/**
 * Runner of Jest whose workers cannot lose what they start with. A worker asks for its settings once; in
 * `jest-light-runner` all workers ask over one channel, and the answer to the first goes to all. A worker that was not
 * listening yet asks later, is never answered, and the run never ends. Here each run has a channel of its own.
 */
export default class TestRunner extends Base {
  override _runTest(test: Test): Promise<unknown> {
    const isFirst = !this._testRunners.has(test.context.config);
    const result = super._runTest(test);
    const runner = this._testRunners.get(test.context.config);
    if (isFirst && runner?.pool.options) runner.run = ({ path }) => runOn(runner, path);
    return result;
  }
}

function runOn({ pool }: Runner, path: string): Promise<unknown> {
  const workerData = pool.options?.workerData;
  const listeners: ((message: object) => void)[] = [];
  const channel = {
    onMessage: (listener: (message: object) => void) => listeners.push(listener),
    postMessage(message: unknown) {
      if (message !== 'jest-light-runner-get-worker-data') return;
      for (const listener of listeners)
        listener({ type: 'jest-light-runner-worker-data', workerData });
    },
  };
  return pool.run(path, { channel });
}
