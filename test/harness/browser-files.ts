import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join, resolve } from 'node:path';

export interface BrowserFiles {
  executablePath: string;
  env: Record<string, string>;
}

/**
 * Unpacks the packaged Chromium, once for each user and version. The package itself unpacks to a fixed
 * location, where one user's file blocks all others and two concurrent test files see a partial one; so it
 * unpacks to a temporary folder, which is then renamed.
 */
export function unpackedBrowser(): BrowserFiles {
  const { version } = JSON.parse(
    readFileSync(resolve('node_modules/@sparticuz/chromium/package.json'), 'utf8'),
  );
  const folder = join(tmpdir(), `jobglass-chromium-${version}-${userInfo().uid}`);
  if (!existsSync(folder)) unpack(folder);
  const executablePath = join(folder, 'chromium');
  return { executablePath, env: { ...fontsIn(folder), ...librariesIn(folder, executablePath) } };
}

function unpack(folder: string): void {
  const half = mkdtempSync(`${folder}-`);
  // Also unpacks the libraries that a minimal system lacks.
  execFileSync(process.execPath, ['--input-type=module', '--eval', UNPACK], {
    env: { ...process.env, TMPDIR: half, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' },
  });
  const fonts = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<dir>${folder}/fonts</dir><dir>/usr/share/fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>`;
  writeFileSync(join(half, 'fonts', 'fonts.conf'), fonts);
  try {
    renameSync(half, folder);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    // Another process was faster.
    if (!existsSync(folder)) throw error;
  }
}

const UNPACK = `const { default: chromium } = await import('@sparticuz/chromium');
await chromium.executablePath();`;

function fontsIn(folder: string) {
  return { FONTCONFIG_PATH: join(folder, 'fonts') };
}

/** Uses the system's libraries if it has them, else those of the package. */
function librariesIn(folder: string, executable: string): Record<string, string> {
  const { status } = spawnSync(executable, ['--version', '--no-sandbox']);
  return status === 0 ? {} : { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') };
}
