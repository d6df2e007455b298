import type { PromptToReviewFragment } from '../../gen/operations';
import { words } from '../words';
import { BeforeAndAfter } from './before-and-after';

/** Title, description and address go out with every share: what is different about them. */
export function DetailsThatGo({ details }: { details: PromptToReviewFragment['details'] }) {
  if (details.length === 0) return null;
  return (
    <section className="details-that-go">
      <h3>{words.sharing.details}</h3>
      {details.map(({ field, before, after }) => (
        <div key={field}>
          <h4>{words.jobFields[field as keyof typeof words.jobFields] ?? field}</h4>
          <BeforeAndAfter label="" before={before} after={after ?? words.sharing.removed} />
        </div>
      ))}
    </section>
  );
}
