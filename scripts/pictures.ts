/**
 * `npm run pictures`: takes a picture of every page, on a phone and a desktop, light and dark, in the test that visits
 * them all, and keeps them in `src/web/screenshots/pages/`, with a page to look at them.
 */
import { spawnSync } from 'node:child_process';
import { globSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import sharp from 'sharp';

const TAKEN = 'test-artefacts';
const KEPT = 'src/web/screenshots/pages';
/** The test takes one more size, which shows the same at 200 %. */
const LOOK = /^(.+)-(phone|desktop)-(light|dark)$/;
/** About two windows of a desktop; longer pages are cut. */
const MAX_HEIGHT = 1800;
const WIDTHS: Record<string, number> = { phone: 390, desktop: 1000 };
const QUALITY = 60;

rmSync(TAKEN, { recursive: true, force: true });
const { status } = spawnSync('node', ['scripts/run-tests.ts', '--long', 'every-page'], {
  stdio: 'inherit',
  env: { ...process.env, PICTURES: '1' },
});
if (status !== 0) process.exit(status ?? 1);

rmSync(KEPT, { recursive: true, force: true });
mkdirSync(KEPT, { recursive: true });
const pages = new Map<string, string[]>();
for (const file of globSync(`${TAKEN}/*.png`).sort()) {
  const name = basename(file, '.png');
  const [, page, device] = LOOK.exec(name) ?? [];
  if (!page || !device) continue;
  await keep(file, join(KEPT, `${name}.webp`), WIDTHS[device] as number);
  pages.set(page, [...(pages.get(page) ?? []), name]);
}
writeFileSync(join(KEPT, 'README.md'), indexOf(pages));
console.log(`${pages.size} pages are kept in ${KEPT}; look at them in its README.md.`);

async function keep(from: string, to: string, width: number): Promise<void> {
  const { data, info } = await sharp(from).resize({ width }).toBuffer({ resolveWithObject: true });
  const height = Math.min(info.height, MAX_HEIGHT);
  await sharp(data)
    .extract({ left: 0, top: 0, width, height })
    .webp({ quality: QUALITY })
    .toFile(to);
}

function indexOf(pages: Map<string, string[]>): string {
  const sections = [...pages].map(([page, names]) => {
    const pictures = names.map((name) => `![${name}](${name}.webp)`);
    return `## ${page}\n\n${pictures.join(' ')}\n`;
  });
  return `# Every page\n\nTaken by \`npm run pictures\`, on a phone and a desktop, light and dark. Long pages are cut.\n\n${sections.join('\n')}`;
}
