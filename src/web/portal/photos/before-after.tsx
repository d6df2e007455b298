import { useTexts } from '../texts';
import type { Photo } from './photo';
import { PhotoList } from './photo-list';

/** Photos of before and after the work. */
export interface Comparison {
  before: Photo[];
  after: Photo[];
}

/** The photos to compare, and the rest. Without one of both sides there is nothing to compare. */
export function comparisonOf(photos: Photo[]): { compared: Comparison | null; rest: Photo[] } {
  const before = photos.filter(({ stage }) => stage === 'BEFORE');
  const after = photos.filter(({ stage }) => stage === 'AFTER');
  if (before.length === 0 || after.length === 0) return { compared: null, rest: photos };
  return { compared: { before, after }, rest: photos.filter(({ stage }) => !stage) };
}

interface BeforeAfterProps {
  compared: Comparison;
  /** All photos of the page, by which one without a caption is numbered. */
  all: Photo[];
  onOpen: (id: string) => void;
}

/** Before on the one side, after on the other. */
export function BeforeAfter({ compared, ...list }: BeforeAfterProps) {
  const { pageStrings } = useTexts();
  return (
    <div className="before-after">
      {(['before', 'after'] as const).map((side) => (
        <div key={side}>
          <h3>{pageStrings.stages[side]}</h3>
          <PhotoList photos={compared[side]} {...list} />
        </div>
      ))}
    </div>
  );
}
