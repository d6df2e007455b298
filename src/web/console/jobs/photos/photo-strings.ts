import { isolated } from '../../../design/text/isolated';

/** Words of adding photos. They say nothing of sharing. */
export const photoStrings = {
  pictures: 'Pictures',
  captionOfAll: 'Caption',
  add: 'Add photos',
  onTheWay: 'Photos on their way',
  progressOf: (name: string) => `Upload of ${isolated(name)}`,
  waiting: 'Waiting',
  saving: 'Being saved',
  tryAgain: 'Try again',
  tryAgainNamed: (name: string) => `Try again: ${isolated(name)}`,
  leaveOut: 'Leave out',
  leaveOutNamed: (name: string) => `Leave out ${isolated(name)}`,
  failedElsewhere: (failed: number) =>
    failed === 1 ? 'A photo could not be added.' : `${failed} photos could not be added.`,
  openPhotos: 'Open the photos of the job',
  summary: (added: number, total: number, failed: number) =>
    `${added} of ${total} ${total === 1 ? 'photo' : 'photos'} added${failed > 0 ? `, ${failed} failed` : ''}.`,
};
