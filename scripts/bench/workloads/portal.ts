import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, print, separateOperations } from 'graphql';
import {
  PORTAL_OF_POSTGRAPHILE,
  portalOf as pageOfPostgraphile,
} from './postgraphile-operations.js';
import { at, get, operation, type Workload } from './workload.js';

/** Workload of the portal page with this operation. */
export function portalOf(page: string): Workload {
  return {
    name: 'portal',
    is: "the portal page's one query",
    sample: 'reading',
    servers: ['jobglass', 'sql', 'publication', 'postgraphile'],
    leftOut: {},
    request(family, { portalToken, jobId, businessId, clientId }) {
      if (family === 'jobglass') return operation(portalToken, page);
      if (family === 'postgraphile')
        return operation(portalToken, PORTAL_OF_POSTGRAPHILE, { jobId, businessId, clientId });
      return get(portalToken, '/portal');
    },
    answer(family, body) {
      if (family === 'jobglass') return at(body, 'data', 'portal');
      return family === 'postgraphile' ? pageOfPostgraphile(at(body, 'data')) : body;
    },
  };
}

/** With the operation that the portal page sends. */
export const portal = portalOf(pageIn(fileURLToPath(new URL('../../../..', import.meta.url))));

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

/** Reads the portal page's operation from the project in this folder. */
export function pageIn(folder: string): string {
  const file = join(folder, 'src/web/portal/portal.graphql');
  const page = separateOperations(parse(readFileSync(file, 'utf8'))).PortalPage;
  if (!page) throw new Error('The portal page has no operation named PortalPage.');
  return print(page);
}
