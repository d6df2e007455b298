import { JOB_OF_POSTGRAPHILE, jobOf } from './postgraphile-operations.js';
import { at, get, operation, type Workload } from './workload.js';

const JOB = `query Job($id: ID!) {
  job(id: $id) {
    id number title description siteAddress status internalNotes clientMessagesEnabled
    client { id name email phone }
    progress { done total }
    assignees { id name }
    visits { id startsAt endsAt cancelledAt assignees { id name } }
    notes { id body internal createdAt author { id name } }
    todos { id title done }
    photos { id caption shared createdAt width height thumbnailUrl displayUrl originalUrl }
    materials { id name quantity unitCostCents }
    messages { id from body sentAt readAt }
    quotes {
      id number version title status sentAt validUntil netCents taxCents totalCents internalNotes marginCents
      lines { id description quantity unitPriceCents taxRateBasisPoints netCents unitCostCents }
    }
    invoices {
      id number title status issuedOn dueOn sentAt netCents taxCents totalCents paidCents owedCents
      lines { id description quantity unitPriceCents taxRateBasisPoints netCents }
      payments { id amountCents recordedAt recordedBy { id name } }
    }
    staffCostCents materialsCostCents marginCents
    publication { version publishedAt }
  }
}`;

export const job: Workload = {
  name: 'job',
  is: 'one job with everything, as its owner reads it',
  sample: 'reading',
  servers: ['jobglass', 'sql', 'postgraphile'],
  leftOut: { publication: 'staff read live rows, not what was published' },
  request(family, { ownerToken, jobId, businessId, clientId }) {
    if (family === 'jobglass') return operation(ownerToken, JOB, { id: jobId });
    if (family === 'postgraphile')
      return operation(ownerToken, JOB_OF_POSTGRAPHILE, { jobId, businessId, clientId });
    return get(ownerToken, `/job/${jobId}`);
  },
  answer(family, body) {
    if (family === 'jobglass') return at(body, 'data', 'job');
    return family === 'postgraphile' ? jobOf(at(body, 'data', 'job')) : body;
  },
};
