import { useId, useState } from 'react';
import { Badge, type Tone } from '../../../design/badge';
import { Button } from '../../../design/button';
import type { PromptToReviewFragment, ShareItemChange } from '../../../gen/operations';
import { strings } from '../../strings';
import { BeforeAndAfter } from './difference/before-and-after';
import { Difference } from './difference/difference';
import { reviewStrings } from './review-strings';
import { TickAll } from './tick-all';
import type { Review } from './use-review';

type Item = PromptToReviewFragment['items'][number];

const TONES: Record<ShareItemChange, Tone> = {
  NEW: 'accent',
  CHANGED: 'warn',
  UNCHANGED: 'plain',
  GONE: 'wrong',
};

/** Items that an open group shows at first, so that no group is longer than a look. */
const FIRST_ITEMS = 10;

/** Checklist of the items to share, in groups by kind; a group with changes is open. */
export function ItemChecklist({ review }: { review: Review }) {
  const { items } = review.prompt;
  const kinds = [...new Set(items.map(({ kind }) => kind))];
  const groups = kinds.map((kind) => [kind, items.filter((item) => item.kind === kind)] as const);
  const all = tickable(items);
  return (
    <>
      <div className="group-head">
        <TickAll
          label={reviewStrings.everything}
          keys={all}
          tickedCount={tickedOf(all, review)}
          onChange={review.setChecked}
        />
        <span className="muted small">
          {reviewStrings.ticked(tickedOf(all, review), items.length)}
        </span>
      </div>
      {groups.map(([kind, inGroup]) =>
        inGroup.length === 1 ? (
          <Items key={kind} items={inGroup} review={review} />
        ) : (
          <ItemGroup key={kind} title={titleOf(kind)} items={inGroup} review={review} />
        ),
      )}
    </>
  );
}

interface ItemsProps {
  items: Item[];
  review: Review;
}

function ItemGroup({ title, items, review }: ItemsProps & { title: string }) {
  const id = useId();
  const changed = items.filter(({ change }) => change !== 'UNCHANGED');
  const unchanged = items.filter(({ change }) => change === 'UNCHANGED');
  /** Null until somebody opens or closes it. */
  const [chosen, setOpen] = useState<boolean | null>(null);
  const isOpen = chosen ?? changed.length > 0;
  const [isWhole, setWhole] = useState(false);
  const first = (changed.length > 0 ? changed : unchanged).slice(0, FIRST_ITEMS);
  const all = tickable(items);
  const ticked = tickedOf(all, review);
  return (
    <fieldset className="checklist item-group">
      <legend className="visually-hidden">{title}</legend>
      <div className="group-head">
        <TickAll
          label={reviewStrings.wholeGroup(title)}
          keys={all}
          tickedCount={ticked}
          isLabelHidden
          onChange={review.setChecked}
        />
        <button
          type="button"
          className="group-toggle"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen(!isOpen)}
        >
          <strong>{title}</strong>{' '}
          <span className="muted small">
            {reviewStrings.ticked(ticked, items.length)}
            {changed.length > 0 && ` · ${reviewStrings.changed(changed.length)}`}
          </span>
        </button>
      </div>
      <div className="checklist" id={id} hidden={!isOpen}>
        {isOpen && <Items items={isWhole ? [...changed, ...unchanged] : first} review={review} />}
        {isOpen && !isWhole && items.length > first.length && (
          <Button variant="quiet" onClick={() => setWhole(true)}>
            {reviewStrings.showMore(items.length - first.length)}
          </Button>
        )}
      </div>
    </fieldset>
  );
}

function Items({ items, review }: ItemsProps) {
  const checked = new Set(review.checkedKeys);
  return items.map((item) => (
    <ItemCheckbox
      key={item.key}
      item={item}
      isChecked={checked.has(item.key)}
      onChange={(isChecked) => review.setChecked([item.key], isChecked)}
    />
  ));
}

interface ItemCheckboxProps {
  item: Item;
  isChecked: boolean;
  onChange: (isChecked: boolean) => void;
}

function ItemCheckbox({ item, isChecked, onChange }: ItemCheckboxProps) {
  const isGone = item.change === 'GONE';
  // The schedule's own words say what was moved.
  const Change = item.kind === 'SCHEDULE' ? BeforeAndAfter : Difference;
  return (
    <div className="checklist-item">
      <label>
        <input
          type="checkbox"
          checked={isChecked && !isGone}
          disabled={isGone}
          onChange={(event) => onChange(event.target.checked)}
        />
        <strong dir="auto">{item.label}</strong>
      </label>
      <p className="item-effect">
        <Badge tone={TONES[item.change]}>{strings.itemChanges[item.change]}</Badge>
        <span className="muted small">{shareEffect(item, isChecked)}</span>
      </p>
      {item.change !== 'UNCHANGED' && (
        <Change before={item.before} after={item.after} label={item.label} />
      )}
    </div>
  );
}

/** Effect of sending on this item, as a sentence. */
function shareEffect({ change, sharedNow }: Item, isChecked: boolean): string {
  const { effects } = strings.sharing;
  if (change === 'GONE') return effects.disappears;
  if (isChecked) return sharedNow ? effects.remains : effects.appears;
  return sharedNow ? effects.withdrawn : effects.notShared;
}

/** Keys of the items that can be ticked: of those that are gone there is nothing to send. */
function tickable(items: Item[]): string[] {
  return items.filter(({ change }) => change !== 'GONE').map(({ key }) => key);
}

function tickedOf(keys: string[], { checkedKeys }: Review): number {
  const checked = new Set(checkedKeys);
  return keys.filter((key) => checked.has(key)).length;
}

function titleOf(kind: Item['kind']): string {
  return reviewStrings.kinds[kind] ?? kind;
}
