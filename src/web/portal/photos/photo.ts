import type { PortalJobFragment } from '../../gen/portal-operations';
import { useTexts } from '../texts';

export type Photo = PortalJobFragment['photos'][number];

/** Names a photo: its caption; without one its position, such as "Photo 2 of 5". */
export function usePhotoName(): (photo: Photo, index: number, total: number) => string {
  const { strings } = useTexts();
  return ({ caption }, index, total) => caption || strings.photo(index + 1, total);
}
