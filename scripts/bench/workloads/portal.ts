import { readFileSync } from 'node:fs';
import { parse, print, separateOperations } from 'graphql';
import { PORTAL_OF_POSTGRAPHILE, portalOf } from './postgraphile-operations.js';
import { at, get, operation, type Workload } from './workload.js';

/** The very operation that the portal page sends. */
const PAGE = pageOperation();

export const portal: Workload = {
  name: 'portal',
  is: "the portal page's one query",
  sample: 'reading',
  servers: ['jobglass', 'sql', 'publication', 'postgraphile'],
  leftOut: {},
  request(family, { portalToken, jobId, businessId, clientId }) {
    if (family === 'jobglass') return operation(portalToken, PAGE);
    if (family === 'postgraphile')
      return operation(portalToken, PORTAL_OF_POSTGRAPHILE, { jobId, businessId, clientId });
    return get(portalToken, '/portal');
  },
  answer(family, body) {
    if (family === 'jobglass') return at(body, 'data', 'portal');
    return family === 'postgraphile' ? portalOf(at(body, 'data')) : body;
  },
};

export const wrongToken: Workload = {
  name: 'wrong-token',
  is: 'the same with a token that nobody has',
  sample: 'reading',
  servers: ['jobglass', 'sql', 'publication'],
  leftOut: { postgraphile: 'it knows no tokens' },
  isOfItsOwn: true,
  isRefusal: true,
  request: (family, asked, turn) =>
    portal.request(family, { ...asked, portalToken: `jgp_wrong_${turn}` }, turn),
};

function pageOperation(): string {
  const file = new URL('../../../../src/web/portal/portal.graphql', import.meta.url);
  const page = separateOperations(parse(readFileSync(file, 'utf8'))).PortalPage;
  if (!page) throw new Error('The portal page has no operation named PortalPage.');
  return print(page);
}
