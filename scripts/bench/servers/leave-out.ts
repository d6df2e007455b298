import { registerHooks } from 'node:module';

/** What can be left out of the product, to see what it costs: no setting of the product does that. */
const LEFT_OUT = {
  rules: {
    file: '/src/visibility/shield.js',
    source: 'export const guardedSchema = (schema) => schema; export const ruleTree = () => ({});',
  },
  watcher: {
    file: '/src/sharing/change-watcher.js',
    source: 'export class ChangeWatcher {}',
  },
} as const;
export type LeftOut = keyof typeof LEFT_OUT;

/** Loads an empty stand-in for one file of the product, in this process alone. */
export function leaveOut(what: string | undefined): void {
  if (!what) return;
  const { file, source } = LEFT_OUT[what as LeftOut];
  registerHooks({
    load: (url, context, next) =>
      url.endsWith(file) ? { format: 'module', source, shortCircuit: true } : next(url, context),
  });
}
