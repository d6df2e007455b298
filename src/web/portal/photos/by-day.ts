import type { Photo } from './photo';

/** Photos of one calendar day, in the order in which the page has them. */
export interface DayOfPhotos {
  /** Time of the first of them, ISO 8601. */
  time: string;
  photos: Photo[];
}

/** Photos by the calendar day of the business, the newest day first, each day in the order taken. */
export function byDay(photos: Photo[], timeZone: string): DayOfPhotos[] {
  const days = new Map<string, DayOfPhotos>();
  for (const photo of photos) {
    const day = dayIn(timeZone, photo.createdAt);
    const known = days.get(day);
    if (known) known.photos.push(photo);
    else days.set(day, { time: photo.createdAt, photos: [photo] });
  }
  return [...days].sort(([one], [other]) => (one < other ? 1 : -1)).map(([, day]) => day);
}

/** The Swedish locale formats a day as YYYY-MM-DD, which sorts as text. */
function dayIn(timeZone: string, time: string): string {
  return new Date(time).toLocaleDateString('sv-SE', { timeZone });
}
