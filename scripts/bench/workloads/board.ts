import { BOARD_OF_POSTGRAPHILE, listsOf } from './postgraphile-operations.js';
import { at, get, operation, type Workload } from './workload.js';

const BOARD = `query Board($first: Int!) {
  jobs(first: $first, filter: { statuses: [NEW, SCHEDULED, IN_PROGRESS, ON_HOLD] }) {
    nodes {
      id number title status siteAddress
      client { id name email phone }
      visits { id startsAt endsAt cancelledAt }
      notes { id body internal createdAt }
      todos { id title done }
      quotes { id number version title status sentAt validUntil netCents taxCents totalCents marginCents }
      photos { id caption shared createdAt width height thumbnailUrl displayUrl }
    }
  }
}`;

/** The board with this many jobs on a page. */
export function boardOf(first: number): Workload {
  return {
    name: 'board',
    is: `the ${first} newest open jobs of a business with client, visits, notes, to-dos, quotes with margin, photos`,
    sample: 'reading',
    servers: ['jobglass', 'sql', 'postgraphile', 'jobglass-no-rules'],
    leftOut: { publication: 'a publication is of one job' },
    request(family, { ownerToken, businessId }) {
      if (family === 'jobglass') return operation(ownerToken, BOARD, { first });
      if (family === 'postgraphile')
        return operation(ownerToken, BOARD_OF_POSTGRAPHILE, { first, businessId });
      return get(ownerToken, `/board?first=${first}`);
    },
    answer(family, body) {
      if (family === 'jobglass') return at(body, 'data', 'jobs', 'nodes');
      if (family === 'postgraphile') return at(listsOf(at(body, 'data')), 'jobs');
      return at(body, 'nodes');
    },
  };
}

export const board = boardOf(50);
