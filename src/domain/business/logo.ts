import type { Unit } from '../../database/unit-of-work.js';
import { queueRemovalOfBytes } from '../photos/photo-tasks.js';
import { waitingUpload } from '../photos/waiting-upload.js';
import type { Business } from './business.entity.js';

const FOLDER = '/logos/';

/** Where the logo under this id is served. */
export function logoPath(id: string): string {
  return `${FOLDER}${id}`;
}

/** Puts an upload in the logo's place, or nothing; the bytes of the logo before go once this is committed. */
export async function changeLogo(
  unit: Unit,
  business: Business,
  uploadId: string | null,
): Promise<void> {
  const { id: businessId, logoUrl: before } = business;
  // The logo takes over the id of its upload, so the bytes stay where they are.
  const upload = uploadId ? await waitingUpload(unit, uploadId, 'input.logoUploadId') : null;
  if (upload) unit.em.remove(upload);
  business.logoUrl = upload && logoPath(upload.id);
  if (before?.startsWith(FOLDER))
    await queueRemovalOfBytes(unit.em, { businessId, id: before.slice(FOLDER.length) });
}
