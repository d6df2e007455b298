import { rmSync } from 'node:fs';

export default async function globalTeardown(): Promise<void> {
  await (globalThis as unknown as { stopTestDatabase(): Promise<void> }).stopTestDatabase();
  rmSync(process.env.TEST_FOLDER as string, { recursive: true, force: true });
}
