import { registerHooks } from 'node:module';

/** Parts that can be left out of the product to measure their cost; the product has no setting for that. */
const LEFT_OUT = {
  rules: {
    file: '/src/visibility/shield.js',
    source: 'export const guardedSchema = (schema) => schema; export const ruleTree = () => ({});',
  },
  watcher: {
    file: '/src/sharing/prompt/change-watcher.js',
    source: 'export class ChangeWatcher { watches() { return false; } async settle() {} }',
  },
} as const;
export type LeftOut = keyof typeof LEFT_OUT;

/** Replaces one file of the product by an empty module, in this process only. */
export function leaveOut(what: string | undefined): void {
  if (!what) return;
  const { file, source } = LEFT_OUT[what as LeftOut];
  registerHooks({
    load: (url, context, next) =>
      url.endsWith(file) ? { format: 'module', source, shortCircuit: true } : next(url, context),
  });
}
