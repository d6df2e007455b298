import { Fragment, type ReactNode, useState } from 'react';
import { Button } from '../../design/button';
import { useTexts } from '../texts';

interface FoldProps<T> {
  items: readonly T[];
  /** Number of items that are always shown. */
  shown: number;
  /** Text of the button, such as "Show 95 earlier notes". */
  more: (count: number) => string;
  /** Wraps the items, usually in a list. */
  list: (items: ReactNode) => ReactNode;
  /** The item as an element; a folded one must have the class name that is given. */
  item: (item: T, foldedClass: string, index: number) => ReactNode;
  /** Key of an item. */
  keyOf: (item: T) => string;
  /** Folds a single item too; otherwise one more than the limit is shown, being no larger than a button. */
  isStrict?: boolean;
  /** The first items are folded, as in a conversation. */
  isNewestLast?: boolean;
}

/** List that shows its first items. The others are in the page all the same, so that printing prints them. */
export function Fold<T>({
  items,
  shown,
  more,
  list,
  item,
  keyOf,
  isStrict = false,
  isNewestLast = false,
}: FoldProps<T>) {
  const { pageStrings } = useTexts();
  const [isOpen, setOpen] = useState(false);
  const hidden = items.length > shown + (isStrict ? 0 : 1) ? items.length - shown : 0;
  const isFolded = (index: number) =>
    hidden > 0 && !isOpen && (isNewestLast ? index < hidden : index >= items.length - hidden);
  const button = hidden > 0 && (
    <Button
      variant="quiet"
      className="fold-button"
      aria-expanded={isOpen}
      onClick={() => setOpen(!isOpen)}
    >
      {isOpen ? pageStrings.fewer : more(hidden)}
    </Button>
  );
  return (
    <div className="fold">
      {isNewestLast && button}
      {list(
        items.map((each, index) => (
          <Fragment key={keyOf(each)}>
            {item(each, isFolded(index) ? 'folded' : '', index)}
          </Fragment>
        )),
      )}
      {!isNewestLast && button}
    </div>
  );
}
