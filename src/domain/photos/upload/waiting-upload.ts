import { LockMode } from '@mikro-orm/postgresql';
import { isUuid } from '../../../database/sql/uuid.js';
import type { Unit } from '../../../database/unit-of-work/unit-of-work.js';
import { invalid } from '../../../visibility/refusals.js';
import { staffOf } from '../../jobs/lock-job.js';
import { PhotoUpload } from './photo-upload.entity.js';

/** An unused upload of this staff member, locked until commit. Throws VALIDATION_FAILED. */
export async function waitingUpload(unit: Unit, id: string, field: string): Promise<PhotoUpload> {
  const { businessId, staffId } = staffOf(unit);
  const createdAt = { $gte: PhotoUpload.expiredBefore(unit.now) };
  const upload =
    isUuid(id) &&
    (await unit.em.findOne(
      PhotoUpload,
      { id, businessId, staffMember: staffId, createdAt },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    ));
  if (upload) return upload;
  throw invalid(
    field,
    'There is no such upload of yours that still waits; upload the picture again.',
  );
}
