import { Badge } from '../../design/badge';
import { pageStrings } from '../page-strings';
import type { Section } from '../strings';
import { useNews } from './news';

/** "New" beside what was not there when the client last looked. */
export function NewMark({ section, id }: { section: Section; id: string }) {
  return useNews().isNew(section, id) ? (
    <>
      {' '}
      <Badge tone="accent">{pageStrings.newMark}</Badge>
    </>
  ) : null;
}
