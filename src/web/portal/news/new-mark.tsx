import { Badge } from '../../design/badge';
import { type Section, useTexts } from '../texts';
import { useNews } from './news';

/** "New" beside what was not there when the client last looked. */
export function NewMark({ section, id }: { section: Section; id: string }) {
  const { pageStrings } = useTexts();
  return useNews().isNew(section, id) ? (
    <>
      {' '}
      <Badge tone="accent">{pageStrings.newMark}</Badge>
    </>
  ) : null;
}
