import { readFileSync } from 'node:fs';
import { evaluateAudit } from '../../scripts/dependencies/audit.js';
import { installScripts, type Lock, licences } from '../../scripts/dependencies/lock.js';

const page = readFileSync('scripts/dependencies/README.md', 'utf8');
const lock: Lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const { allowScripts } = JSON.parse(readFileSync('package.json', 'utf8'));

const withPackage = (name: string, details: Lock['packages'][string]): Lock => ({
  packages: { ...lock.packages, [`node_modules/${name}`]: details },
});

it('every package has an accepted licence, and no install script without a reason', () => {
  expect(licences(lock)).toEqual([]);
  expect(installScripts(lock, allowScripts, page)).toEqual([]);
});

it.each([['GPL-3.0-only'], ['LGPL-3.0-or-later'], [undefined]])(
  'reports a package with the licence %s',
  (license) => {
    expect(licences(withPackage('stranger', { license }))).toEqual([
      `stranger has the licence ${license}.`,
    ]);
    expect(licences(withPackage('stranger', { license, dev: true }))).toEqual([]);
  },
);

it('reports a package with an install script until it is argued and decided', () => {
  const changed = withPackage('stranger', { license: 'MIT', hasInstallScript: true });
  expect(installScripts(changed, allowScripts, page)).toHaveLength(2);
  expect(installScripts(changed, { ...allowScripts, stranger: true }, page)).toHaveLength(1);
  const argued = `${page}\n- \`stranger\`: no.`;
  expect(installScripts(changed, { ...allowScripts, stranger: false }, argued)).toEqual([]);
});

it('reports a registry without audits, and each vulnerability that is not argued', () => {
  for (const answer of ['', 'no', '{"message":"405","error":{"code":"E405"}}'])
    expect(evaluateAudit(answer, page)).toEqual({
      summary: 'The registry offers no audit.',
      wrong: [],
    });
  const found = JSON.stringify({ vulnerabilities: { stranger: { severity: 'high' } } });
  expect(evaluateAudit(found, page).wrong).toEqual(['stranger has a known vulnerability (high).']);
  expect(
    evaluateAudit(found, `${page}\n- vulnerability in \`stranger\`: it is never called.`).wrong,
  ).toEqual([]);
  expect(evaluateAudit('{"vulnerabilities":{}}', page).wrong).toEqual([]);
});
