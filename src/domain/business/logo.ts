import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import { queueRemovalOfBytes } from '../photos/photo-tasks.js';
import { waitingUpload } from '../photos/upload/waiting-upload.js';
import type { Business } from './business.entity.js';

const FOLDER = '/logos/';

/** URL path of a logo. */
export function logoPath(id: string): string {
  return `${FOLDER}${id}`;
}

/** ID of the logo with this URL path; null when it is no logo of ours. */
export function logoIdIn(path: string | null): string | null {
  return path?.startsWith(FOLDER) ? path.slice(FOLDER.length) : null;
}

/**
 * Replaces the logo by an upload, or removes it. The bytes of the previous logo are deleted after commit, unless a sent
 * quote or invoice shows it: its document stays as it was.
 */
export async function changeLogo(
  unit: Unit,
  business: Business,
  uploadId: string | null,
): Promise<void> {
  const { id: businessId, logoUrl: previous } = business;
  // The logo keeps the ID of its upload, so its bytes are not moved.
  const upload = uploadId ? await waitingUpload(unit, uploadId, 'input.logoUploadId') : null;
  if (upload) unit.em.remove(upload);
  business.logoUrl = upload && logoPath(upload.id);
  const previousId = logoIdIn(previous);
  if (previousId && !(await isOnDocument(unit, business, previous)))
    await queueRemovalOfBytes(unit.em, { businessId, id: previousId });
}

async function isOnDocument({ sql }: Unit, { id }: Business, logoUrl: string | null) {
  const [row] = await sql.rows<{ isShown: boolean }>(ON_DOCUMENT, [id, logoUrl]);
  return row?.isShown === true;
}

const ON_DOCUMENT = `
  select exists (select from quote_versions where business_id = $1::uuid and seller ->> 'logoUrl' = $2)
    or exists (select from invoice_versions where business_id = $1::uuid and seller ->> 'logoUrl' = $2) as "isShown"`;
