import { readFileSync } from 'node:fs';
import { verdictOf } from '../../scripts/dependencies/audit.js';
import { installScripts, type Lock, licences } from '../../scripts/dependencies/lock.js';

const page = readFileSync('scripts/dependencies/README.md', 'utf8');
const lock: Lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const { allowScripts } = JSON.parse(readFileSync('package.json', 'utf8'));

const withPackage = (name: string, details: Lock['packages'][string]): Lock => ({
  packages: { ...lock.packages, [`node_modules/${name}`]: details },
});

it('every package has a licence that was argued for, and runs nothing unargued at install', () => {
  expect(licences(lock)).toEqual([]);
  expect(installScripts(lock, allowScripts, page)).toEqual([]);
});

it.each([['GPL-3.0-only'], ['LGPL-3.0-or-later'], [undefined]])(
  'a package with the licence %s is named',
  (license) => {
    expect(licences(withPackage('stranger', { license }))).toEqual([
      `stranger has the licence ${license}.`,
    ]);
    expect(licences(withPackage('stranger', { license, dev: true }))).toEqual([]);
  },
);

it('a package that runs something at install is named until it is argued and decided', () => {
  const changed = withPackage('stranger', { license: 'MIT', hasInstallScript: true });
  expect(installScripts(changed, allowScripts, page)).toHaveLength(2);
  expect(installScripts(changed, { ...allowScripts, stranger: true }, page)).toHaveLength(1);
  const argued = `${page}\n- \`stranger\`: no.`;
  expect(installScripts(changed, { ...allowScripts, stranger: false }, argued)).toEqual([]);
});

it('says that a registry offers no audit, and names each weakness that nobody argued about', () => {
  for (const answer of ['', 'no', '{"message":"405","error":{"code":"E405"}}'])
    expect(verdictOf(answer, page)).toEqual({
      said: 'The registry at hand offers no audit.',
      wrong: [],
    });
  const found = JSON.stringify({ vulnerabilities: { stranger: { severity: 'high' } } });
  expect(verdictOf(found, page).wrong).toEqual(['stranger has a known weakness (high).']);
  expect(
    verdictOf(found, `${page}\n- weakness in \`stranger\`: it is never called.`).wrong,
  ).toEqual([]);
  expect(verdictOf('{"vulnerabilities":{}}', page).wrong).toEqual([]);
});
