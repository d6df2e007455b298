import type { PortalJobFragment } from '../../gen/portal-operations';
import { strings } from '../strings';

export type Photo = PortalJobFragment['photos'][number];

/** Caption of a photo; without one its position, such as "Photo 2 of 5". */
export function photoName({ caption }: Photo, index: number, total: number): string {
  return caption || strings.photo(index + 1, total);
}
