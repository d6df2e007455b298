import type { Entry } from './list-page.js';

/** Lists the operations and types whose names contain what is typed. Without scripts the lists of the sections serve. */
export function searchScript(entries: Entry[]): string {
  const names = JSON.stringify(entries.map(({ name, path }) => [name, path]));
  return `const NAMES = ${names};
const MOST = 20;
const search = document.querySelector('#search');
const found = document.querySelector('#found');
const { root } = document.querySelector('nav').dataset;
document.querySelector('#find').hidden = false;
search.addEventListener('input', () => {
  const wanted = search.value.trim().toLowerCase();
  const matches = wanted ? NAMES.filter(([name]) => name.toLowerCase().includes(wanted)) : [];
  matches.sort(([one], [other]) => one.length - other.length);
  found.replaceChildren(...matches.slice(0, MOST).map(([name, path]) => {
    const link = document.createElement('a');
    link.href = root + path;
    link.textContent = name;
    const entry = document.createElement('li');
    entry.append(link);
    return entry;
  }));
});
`;
}
