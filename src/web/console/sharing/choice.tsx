import { Badge, type Tone } from '../../design/badge';
import type { PromptToReviewFragment, ShareItemChange } from '../../gen/operations';
import { words } from '../words';
import { BeforeAndAfter } from './before-and-after';
import type { Review } from './use-review';

type Item = PromptToReviewFragment['items'][number];

const TONES: Record<ShareItemChange, Tone> = {
  NEW: 'accent',
  CHANGED: 'warn',
  UNCHANGED: 'plain',
  GONE: 'wrong',
};

/** What the client shall see: one tick box an item, what is new first. */
export function Choice({ review }: { review: Review }) {
  const { items } = review.prompt;
  const fresh = items.filter(({ change }) => change !== 'UNCHANGED');
  const rest = items.filter(({ change }) => change === 'UNCHANGED');
  return (
    <>
      <Ticks title={words.sharing.whatIsNew} items={fresh} review={review} />
      <Ticks title={words.sharing.whatWasThere} items={rest} review={review} />
    </>
  );
}

function Ticks({ title, items, review }: { title: string; items: Item[]; review: Review }) {
  if (items.length === 0) return null;
  return (
    <fieldset className="ticks">
      <legend>{title}</legend>
      {items.map((item) => (
        <Tick
          key={item.key}
          item={item}
          isOn={review.ticked.includes(item.key)}
          onTurn={(isOn) => review.tick(item.key, isOn)}
        />
      ))}
    </fieldset>
  );
}

interface TickParts {
  item: Item;
  isOn: boolean;
  onTurn: (isOn: boolean) => void;
}

function Tick({ item, isOn, onTurn }: TickParts) {
  const isGone = item.change === 'GONE';
  return (
    <div className="tick">
      <label>
        <input
          type="checkbox"
          checked={isOn && !isGone}
          disabled={isGone}
          onChange={(event) => onTurn(event.target.checked)}
        />
        <strong>{item.label}</strong>
      </label>
      <p className="tick-facts">
        <Badge tone={TONES[item.change]}>{words.itemChanges[item.change]}</Badge>
        <span className="soft small">{fate(item, isOn)}</span>
      </p>
      {item.change !== 'UNCHANGED' && (
        <BeforeAndAfter before={item.before} after={item.after} label={item.label} />
      )}
    </div>
  );
}

/** What sending does to this item. */
function fate({ change, sharedNow }: Item, isOn: boolean): string {
  const { fates } = words.sharing;
  if (change === 'GONE') return fates.goes;
  if (isOn) return sharedNow ? fates.stays : fates.comes;
  return sharedNow ? fates.isWithdrawn : fates.isKeptBack;
}
